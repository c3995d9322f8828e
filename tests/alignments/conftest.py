"""A memory on each database: SQLite in a file, and a PostgreSQL server of our own that is stopped at the end."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

import pytest

from alignments.memory import Memory, open_memory
from alignments.units import Provenance, TranslationUnit, Variant


def _programs() -> Path | None:
    """The folder of the newest PostgreSQL programs of Debian."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return found[-1].parent if found else None


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The folder of the socket of a running server; the tests that need it are skipped where there is none."""
    programs = _programs()
    if programs is None:
        pytest.skip("no PostgreSQL here: apt-get install postgresql")
    folder = Path(mkdtemp(prefix="tilmash-pg-"))
    as_owner: list[str] = []
    if os.geteuid() == 0:  # initdb refuses to run as root
        try:
            owner = pwd.getpwnam("postgres")
        except KeyError:
            shutil.rmtree(folder)
            pytest.skip("root may not start PostgreSQL, and there is no user postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        as_owner = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    place = folder / "base"
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    initdb = [str(programs / "initdb"), "-D", str(place), "-U", "tilmash", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"]
    start = [str(programs / "pg_ctl"), "-D", str(place), "-w", "-l", str(folder / "log"), "-o", options, "start"]
    stop = [str(programs / "pg_ctl"), "-D", str(place), "-m", "immediate", "stop"]
    subprocess.run([*as_owner, *initdb], check=True, stdout=subprocess.DEVNULL, cwd="/")
    subprocess.run([*as_owner, *start], check=True, stdout=subprocess.DEVNULL, cwd="/")
    yield str(folder)
    subprocess.run([*as_owner, *stop], check=True, stdout=subprocess.DEVNULL, cwd="/")
    shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/memory.db"
    psycopg = pytest.importorskip("psycopg", reason="PostgreSQL needs psycopg")
    folder = request.getfixturevalue("server")
    name = f"memory_{uuid4().hex[:8]}"
    with psycopg.connect(f"host={folder} user=tilmash dbname=postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql+psycopg://tilmash@/{name}?host={folder}"


@pytest.fixture
def memory(url: str) -> Iterator[Memory]:
    """An empty memory."""
    with open_memory(url) as opened:
        yield opened


TEXTS = (
    ("Келісімге екі тарап қол қойды.", "Соглашение подписали обе стороны.", "The agreement was signed by both parties."),
    ("Ескі келісім күшін жойды.", "Прежнее соглашение утратило силу.", "The old agreement has lapsed."),
    ("Келісімдер тізімі 12 беттен тұрады.", "Список соглашений занимает 12 страниц.", "The list of agreements runs to 12 pages."),
    ("Ол келісімін берді.", "Он дал своё согласие.", "He gave his consent."),
    ("Үкімет жаңа заң қабылдады.", "Правительство приняло новый закон.", "The government passed a new law."),
    ("Заң жарияланған күні күшіне енеді.", "Закон вступает в силу в день опубликования.", "The law takes effect on publication."),
    ("Ұлттық музей жөндеуге жабылды.", "Национальный музей закрыт на ремонт.", "The national museum is closed for repair."),
    ("Үлкен көл жазда да суық.", "Большое озеро холодное и летом.", "The great lake is cold even in summer."),
    ("Жер сілкінісі түнде болды.", "Землетрясение произошло ночью.", "The earthquake happened at night."),
    ("Жер сілкінісінен ешкім зардап шекпеді.", "От землетрясения никто не пострадал.", "Nobody was hurt in the earthquake."),
)


@pytest.fixture
def units() -> list[TranslationUnit]:
    """Ten aligned units of one passage, in three languages."""
    return [
        TranslationUnit(
            id=f"u{number}",
            variants=tuple(
                Variant(language, text, f"order {language}", (number,))
                for language, text in zip(("kk", "ru", "en"), texts, strict=True)
            ),
            probability=0.9,
            provenance=Provenance("aligned", "order", 0, number, "test"),
        )
        for number, texts in enumerate(TEXTS)
    ]


@pytest.fixture
def filled(memory: Memory, units: list[TranslationUnit]) -> Memory:
    """The memory with the ten units."""
    memory.store.add_units(units)
    return memory
