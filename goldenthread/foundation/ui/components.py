"""GOV.UK components as HTML, from the Jinja macros of govuk-frontend-jinja. Nothing is kept between two renderings."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader

PACKAGE = "govuk_frontend_jinja"


@cache
def _jinja() -> Environment:
    loader = PrefixLoader({PACKAGE: PackageLoader(PACKAGE)})
    return Environment(
        loader=loader, autoescape=True, undefined=ChainableUndefined, trim_blocks=True, lstrip_blocks=True
    )


@cache
def _macro(name: str) -> Callable[[Mapping[str, Any]], str]:
    template = _jinja().get_template(f"{PACKAGE}/components/{name}/macro.html")
    macro: Callable[[Mapping[str, Any]], str] = getattr(template.module, "govuk" + name.title().replace("-", ""))
    return macro


def _guarded(value: Any, name: str = "") -> Any:
    """The macros trust whatever is called html; only text that is already safe may pass there unescaped."""
    if isinstance(value, Mapping):
        return {key: _guarded(item, key) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_guarded(item, name) for item in value]
    return conditional_escape(value) if name.lower().endswith("html") and value is not None else value


def component(name: str, parameters: Mapping[str, Any]) -> SafeString:
    """One component: `name` as in the Design System's addresses ("error-summary"), parameters as its macro's."""
    return mark_safe(_macro(name)(_guarded(parameters)))
