"""The client's tests: python3 -m unittest, in the folder above."""
