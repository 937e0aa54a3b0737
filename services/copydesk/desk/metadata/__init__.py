"""The metadata of an article: found in its lines and in the head of its HTML, or stated by the publisher."""
