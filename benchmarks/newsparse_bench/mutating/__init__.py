"""Mutation testing: one small change to the code at a time, and whether the tests notice; drawn by a seed."""
