"""Link text that a printed page put at the end of its line goes back to its gap, whatever it points to."""

from collections.abc import Callable

import pytest

Cleaned = Callable[..., list[str]]

COUNTED = """5-бап 5-бабына 2-тармақ 2-тармағына 3-бөлік 3-бөлігіне 4-тарауына 1-қосымшасына 12-статье 3-пункта 1-части 2-главой
1-приложению 2-1-тармағына"""
NAMED = """Заңына Кодексіне кодексіне Қаулысына қаулысына Жарлығына Конституциясына конвенцияға Конвенцияға баяндамаға бұйрығына
ережеге Ережеге стратегияға бағдарламаға Закону Указу приказу постановлению Конституции"""


@pytest.mark.parametrize("link", [*COUNTED.split(), *NAMED.split()])
def test_a_link_goes_back_to_its_gap(link: str, cleaned: Cleaned) -> None:
    lines = [f"Осы {number}-құжаттың  сәйкес азаматтар {link}" for number in ("бірінші", "екінші", "үшінші")]
    assert f"бірінші-құжаттың {link} сәйкес азаматтар" in " ".join(cleaned("\n".join(lines)))


@pytest.mark.parametrize(
    "before", ["сәйкес,", "сәйкес;", "сәйкес.", "(сәйкес)", "«сәйкес»", "9-бабына", "2-тармағының", "2-тармақта"]
)
def test_a_link_may_be_glued_to_the_end_of_its_line(before: str, cleaned: Cleaned) -> None:
    lines = [f"Осы {number}-құжаттың  {before}Заңына" for number in ("бірінші", "екінші", "үшінші")]
    assert f"бірінші-құжаттың Заңына {before}" in " ".join(cleaned("\n".join(lines)))
