"""Quantiles of the normal, chi-square and t distributions without SciPy, which takes seconds to import.

Both shares are series or continued fractions (Abramowitz and Stegun 6.5.29, 6.5.31, 26.5.8), inverted by halving:
slower than Newton's method, but it cannot go astray. Within 1e-9 of SciPy (tests/oracles).
"""

from collections.abc import Callable
from math import exp, isclose, lgamma, log
from statistics import NormalDist

_TINY = 1e-300
_EXACT = 1e-16


def normal(probability: float) -> float:
    return NormalDist().inv_cdf(probability)


def chi_square(probability: float, degrees: float) -> float:
    """The value below which a chi-square of so many degrees of freedom falls with this probability."""
    return _inverse(lambda x: gamma_share(degrees / 2, x / 2), probability)


def student_t(probability: float, degrees: float) -> float:
    """The value below which Student's t falls with this probability."""
    if probability < 0.5:
        return -student_t(1 - probability, degrees)
    if probability == 0.5:
        return 0.0
    return _inverse(lambda t: 1 - 0.5 * beta_share(degrees / 2, 0.5, degrees / (degrees + t * t)), probability)


def gamma_share(a: float, x: float) -> float:
    """The regularised lower incomplete gamma function P(a, x), from 0 to 1."""
    if x <= 0:
        return 0.0
    scale = exp(a * log(x) - x - lgamma(a))
    return scale * _gamma_series(a, x) if x < a + 1 else 1 - scale * _gamma_fraction(a, x)


def beta_share(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I(x; a, b), from 0 to 1."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    scale = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x))
    if x < (a + 1) / (a + b + 2):
        return scale * _beta_fraction(a, b, x) / a
    return 1 - scale * _beta_fraction(b, a, 1 - x) / b


def _gamma_series(a: float, x: float) -> float:
    term = total = 1 / a
    while term > total * _EXACT:
        a += 1
        term *= x / a
        total += term
    return total


def _gamma_fraction(a: float, x: float) -> float:
    return 1 / _lentz(x + 1 - a, lambda i: (-i * (i - a), x + 1 - a + 2 * i))


def _beta_fraction(a: float, b: float, x: float) -> float:
    def term(i: int) -> tuple[float, float]:
        m = i // 2
        if i % 2:
            return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)), 1.0
        return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), 1.0

    return 1 / _lentz(1.0, term)


def _lentz(first: float, term: Callable[[int], tuple[float, float]]) -> float:
    """first + a1/(b1 + a2/(b2 + …)), by Lentz's method; `term(i)` gives (aᵢ, bᵢ)."""
    value = c = first or _TINY
    d = 0.0
    for i in range(1, 10_000):
        a, b = term(i)
        d = 1 / (b + a * d or _TINY)
        c = b + a / c or _TINY
        value *= c * d
        if isclose(c * d, 1.0, rel_tol=_EXACT * 4, abs_tol=0):
            break
    return value


def _inverse(rising: Callable[[float], float], target: float) -> float:
    low, high = 0.0, 1.0
    while rising(high) < target:
        low, high = high, high * 2
    while high - low > 1e-13 * high:
        middle = (low + high) / 2
        if rising(middle) < target:
            low = middle
        else:
            high = middle
    return high
