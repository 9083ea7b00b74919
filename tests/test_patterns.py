"""Patterns are compiled when they are first used, and each of them can be."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import regraph.pipeline
from regraph.pipeline.patterns import _Pattern, regex

MODULES = [module.name for module in pkgutil.iter_modules(regraph.pipeline.__path__)]


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    number = regex(r"SỐ (?P<number>\d+)", re.IGNORECASE)
    assert [m["number"] for m in number.finditer("số 5, số 6")] == ["5", "6"]
    assert number.sub("x", "số 5") == "x"
    assert number.pattern == r"SỐ (?P<number>\d+)"
    assert number.groupindex == {"number": 1}


def test_what_is_no_pattern_is_found_when_it_is_used() -> None:
    broken = regex("(")
    with pytest.raises(re.error):
        broken.search("a")


@pytest.mark.parametrize("module", MODULES)
def test_every_pattern_of_a_module_compiles(module: str) -> None:
    for name, value in vars(importlib.import_module(f"regraph.pipeline.{module}")).items():
        if isinstance(value, _Pattern):
            assert value.groups >= 0, name
