"""Many articles in data engines: the same articles in one process, Ray Data and Spark, timed, weighed and compared."""
