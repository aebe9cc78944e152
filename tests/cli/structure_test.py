"""Rules of the layout as tests: who includes whom, headers alone, sizes, lists that must agree."""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]

# A folder and the folders that it may include, besides itself (docs/design.md).
LAYERS = {
    "model": set(),
    "extract": {"model"},
    "ocr": {"model"},
    "normalize": {"model"},
    "rules": {"model", "normalize"},
    "corpus": {"model", "rules"},
    "cli": {"model", "extract", "ocr", "normalize", "rules", "corpus"},
}

# A third-party library's headers, and the only files that may include them. A new library is a new
# row; a header that fits no row must be of the standard library or of POSIX.
LIBRARIES = [
    (r"poppler/|goo/|splash/|(GlobalParams|TextOutputDev|PDFDoc\w*|Gfx\w*|GooString|OutputDev)\.h",
     r"extract/pdf\w*\.(h|cpp)"),
    (r"leptonica/|allheaders\.h", r"ocr/\w+\.(h|cpp)"),
    (r"tesseract/|omp\.h", r"ocr/tesseract\w*\.(h|cpp)"),
    (r"gumbo\.h", r"extract/html\w*\.(h|cpp)"),
    (r"uchardet|iconv\.h", r"extract/charset\w*\.(h|cpp)"),
    (r"re2/", r"(normalize|rules)/\w+\.(h|cpp)"),
    (r"nlohmann/", r"normalize/\w*(json|schema)\w*\.(h|cpp)|cli/\w+\.(h|cpp)"),
    (r"sqlite3\.h", r"corpus/sqlite\.cpp"),
    (r"zip\.h", r"corpus/zip_library\.h"),
    (r"reader_sources\.h", r"cli/reader_version\.cpp"),
    (r"xlsxwriter", r"corpus/export_xlsx_library\.h"),
    (r"seccomp\.h", r"corpus/worker_sandbox\.cpp"),
    (r"CLI/", r"cli/command_line\.cpp"),
    (r"nettle/", r"corpus/sha256\.cpp"),
    (r"cairo", r"cli/show\w*\.(h|cpp)"),
]
STANDARD = re.compile(r"[a-z_0-9]+")  # <vector>; a header with .h is not of it
SYSTEM = re.compile(STANDARD.pattern + r"|(dlfcn|fcntl|glob|poll|sched|spawn|unistd|sys/\w+)\.h")

TYPE = re.compile(r"(?:struct|class|union|enum(?: class)?) (\w+)(?: :[^;]*)? \{")

MAX_LINES = 500


def sources():
    return [path for folder in LAYERS for path in sorted((ROOT / folder).glob("*"))
            if path.suffix in (".h", ".cpp")]


def includes(path):
    return re.findall(r'^#include ([<"])([^>"]+)[>"]', path.read_text(), re.MULTILINE)


def name_of(path):
    return str(path.relative_to(ROOT))


class Includes(unittest.TestCase):
    def test_a_folder_includes_only_those_below_it(self):
        for path in sources():
            folder = path.parent.name
            for bracket, header in includes(path):
                if bracket == '"':
                    with self.subTest(source=name_of(path), header=header):
                        self.assertTrue((ROOT / header).is_file(), "own headers go from the root")
                        self.assertIn(header.split("/")[0], LAYERS[folder] | {folder})

    def test_a_library_has_one_file_family(self):
        for path in sources():
            for bracket, header in includes(path):
                if bracket == "<" and not SYSTEM.fullmatch(header):
                    with self.subTest(source=name_of(path), header=header):
                        homes = [home for library, home in LIBRARIES if re.match(library, header)]
                        self.assertTrue(homes, "a library without a row in this test")
                        self.assertTrue(any(re.fullmatch(home, name_of(path)) for home in homes))

    def test_the_model_knows_the_standard_library_only(self):
        for path in (ROOT / "model").glob("*"):
            for bracket, header in includes(path):
                if bracket == "<":
                    self.assertRegex(header, STANDARD)

    def test_sources_do_not_include_sources(self):
        for path in sources():
            for _, header in includes(path):
                self.assertFalse(header.endswith(".cpp"), name_of(path))


class Files(unittest.TestCase):
    def test_sizes(self):
        for path in sources():
            lines = path.read_text().splitlines()
            with self.subTest(source=name_of(path)):
                self.assertLessEqual(len(lines), MAX_LINES)

    def test_every_header_opens_with_its_contract(self):
        for path in sources():
            if path.suffix == ".h":
                text = path.read_text()
                with self.subTest(source=name_of(path)):
                    self.assertTrue(text.startswith("// "))
                    self.assertIn("\n#pragma once\n", text)

    @unittest.skipIf(os.environ.get("GONGKAI_SANITIZED"), "done once, in the ordinary build")
    def test_every_header_compiles_alone(self):
        libraries = ["poppler", "gumbo", "cairo", "lept", "tesseract"]
        flags = subprocess.run(["pkg-config", "--cflags", *libraries], check=True,
                               capture_output=True, text=True).stdout.split()

        def compile_alone(path):
            return path, subprocess.run(
                ["g++", "-std=c++20", "-fsyntax-only", "-x", "c++", "-I", ROOT, *flags, path],
                capture_output=True, text=True, check=False)

        headers = [path for path in sources() if path.suffix == ".h"]
        with concurrent.futures.ThreadPoolExecutor(2) as workers:
            for path, ended in workers.map(compile_alone, headers):
                with self.subTest(header=name_of(path)):
                    errors = [line for line in ended.stderr.splitlines() if "error:" in line]
                    self.assertEqual((ended.returncode, errors), (0, []))


def types_of(path):
    """The types that a file defines at the level of the namespace, anonymous ones left out: those
    have no linkage."""
    anonymous = False
    for line in path.read_text().splitlines():
        if re.match(r"namespace \{|\}  // namespace$", line):
            anonymous = line.startswith("namespace")
        elif not anonymous and (defined := re.match(TYPE, line)):
            yield defined[1]


class Types(unittest.TestCase):
    def test_one_name_is_one_type(self):
        """Two types of one name are undefined behaviour that no compiler or linker speaks of."""
        seen = {}
        for path in sources():
            for type_ in types_of(path):
                with self.subTest(type_):
                    self.assertEqual(seen.setdefault(type_, path), path)
        self.assertGreater(len(seen), 20)


class Lists(unittest.TestCase):
    def test_every_folder_is_in_the_build_and_in_the_launcher(self):
        build = (ROOT / "CMakeLists.txt").read_text()
        launcher = (ROOT / "gongkai").read_text()
        for folder in LAYERS:
            if list((ROOT / folder).glob("*.cpp")):
                with self.subTest(folder):
                    self.assertRegex(build, rf"(gongkai_library|add_subdirectory)\({folder}\b")
                    self.assertIn(f'"$root/{folder}"', launcher)

    def test_the_build_links_as_the_layers_say(self):
        for line in (ROOT / "CMakeLists.txt").read_text().splitlines():
            if called := re.match(r"gongkai_library\((\w+)((?: \w+)*?)(?: PRIVATE|\))", line):
                folder, linked = called[1], set(called[2].split())
                self.assertLessEqual(linked, LAYERS[folder], folder)

    def test_packages_are_named_once_in_known_sections(self):
        lines = (ROOT / "packages.txt").read_text().splitlines()
        names = [line.split()[0] for line in lines if line[:1].isalnum()]
        self.assertEqual(len(names), len(set(names)))
        sections = [line[2:] for line in lines if re.fullmatch("# [a-z]+", line)]
        self.assertEqual(sections, ["program", "tests", "optional"])


if __name__ == "__main__":
    unittest.main()
