"""The developer programs of tools/observe, run with the fitted tables that are to be tried."""
import hashlib
import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from learn.datasets import Refused

REPOSITORY = Path(__file__).resolve().parents[2]
TABLES = ("model.c", "forest_trees.c", "region_trees.c", "title_model.c")
LIBRARY = "libtables.so"
PART = 40  # pages from which on it is worth to start another program


def source_of(name):
    """The file of the indexer with this name, in whatever folder."""
    found = sorted((REPOSITORY / "indexer").rglob(name))
    if len(found) != 1:
        raise Refused(f"indexer/ has {len(found)} files named {name}; one is needed")
    return found[0]


class Programs:
    """The programs of a build folder, with a folder of tables or with those they were built with."""

    def __init__(self, build, tables=None):
        self.folder = Path(build) / "tools"
        self.library_folder = Path(tables) if tables else self.folder
        self.not_fitted = ()  # figures of which the tables say nothing, as their set was to be left out
        if not (self.folder / "observe_blocks").exists():
            raise Refused(f"{self.folder} has no programs: cmake --preset release && cmake --build --preset release")

    def with_tables(self, folder):
        """The same with the tables in `folder`, which are compiled there; those that it lacks are as checked in."""
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for name in TABLES:
            if not (folder / name).exists():
                shutil.copy(source_of(name), folder / name)
        compiler = os.environ.get("CC", "cc")
        command = [compiler, "-std=c17", "-O1", "-shared", "-fPIC", "-Wall", "-Wextra", "-Werror",
                   f"-I{REPOSITORY}", f"-I{REPOSITORY / 'include'}", *(folder / name for name in TABLES),
                   "-o", folder / LIBRARY]
        made = subprocess.run(command, capture_output=True, text=True)
        if made.returncode != 0:
            raise Refused(f"the tables in {folder} do not compile:\n{made.stderr}")
        return Programs(self.folder.parent, folder)

    def version(self, program):
        """Changes when the program or its tables do."""
        digest = hashlib.sha1((self.folder / program).read_bytes())
        digest.update((self.library_folder / LIBRARY).read_bytes())
        return digest.hexdigest()[:16]

    def run_over(self, program, pages, *options):
        """What the program prints of the files of pages, a few parts of them at a time."""
        parts = max(1, min(2 * (os.cpu_count() or 1), len(pages) // PART))
        with ThreadPoolExecutor(parts) as pool:
            return list(pool.map(lambda i: self.run(program, *options, *pages[i * len(pages) // parts:(i + 1) * len(pages) // parts]),
                                 range(parts)))

    def run(self, program, *args):
        """What the program prints.  That some pages could not be read is no failure."""
        environment = dict(os.environ, LD_LIBRARY_PATH=str(self.library_folder), LC_ALL="C.UTF-8")
        done = subprocess.run([self.folder / program, *args], capture_output=True, env=environment)
        if done.returncode not in (0, 1):
            raise Refused(f"{program} fails: {done.stderr.decode(errors='replace').strip()}")
        return done.stdout.decode(errors="replace")
