"""The archive's MkDocs theme: its templates, style sheets and scripts."""
