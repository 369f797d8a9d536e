"""The fact-checker's terminal."""

__version__ = "0.1.0"
