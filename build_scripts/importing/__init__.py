"""Orders fetched from where they lie: one file a service, and the run that is common to all."""
