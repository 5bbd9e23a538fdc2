"""The backend's mentions in, normalised mentions with settled labels out."""
