"""The stream: raw records in, article events and rejects out. The shell around the desk that talks to Kafka."""
