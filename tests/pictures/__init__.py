"""The pictures in README and in the handbook: `make pictures` draws them anew into docs/pictures."""
