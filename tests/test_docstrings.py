"""The examples in the docstrings say what the code does."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import regraph

MODULES = sorted(found.name for found in pkgutil.walk_packages(regraph.__path__, "regraph.") if found.name != "regraph.__main__")


@pytest.mark.parametrize("module", MODULES)
def test_examples(module: str) -> None:
    assert doctest.testmod(importlib.import_module(module)).failed == 0
