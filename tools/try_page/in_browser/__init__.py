"""What runs in the browser beside the program: stand-ins for compiled libraries, and the reader."""
