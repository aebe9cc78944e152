"""What the tests over whole reports share: reading a folder with the built program, and what must hold for any output."""
import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SHARED = ROOT.parent / "shared"
GONGKAI = os.environ["GONGKAI"]
VALIDATE = os.environ["VALIDATE_SCHEMA"]
PYTHON = "/usr/bin/python3"  # Debian's, which has the packages that packages.txt names
# No report takes longer, under the sanitizers and on a loaded machine either.
SECONDS = 60


def read_all(files, out):
    """Reads every file into out/NAME.json; gives the files that failed with what the program said."""
    failed = []
    for file in files:
        command = [GONGKAI, "read", str(file), "-o", str(out / (file.stem + ".json"))]
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
        if done.returncode != 0:
            failed.append((file.name, done.returncode, done.stderr))
    return failed


def schema_errors(out, scratch):
    """The validator's words, or nothing where every output follows the schema that the program prints."""
    schema = scratch / "schema.json"
    schema.write_bytes(subprocess.run([GONGKAI, "schema"], capture_output=True, check=True).stdout)
    done = subprocess.run([VALIDATE, str(schema), *map(str, sorted(out.glob("*.json")))], capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stdout


def leaves(node, pointer=""):
    if isinstance(node, (dict, list)):
        for key, child in node.items() if isinstance(node, dict) else enumerate(node):
            yield from leaves(child, f"{pointer}/{key}")
    else:
        yield pointer, node


def evidence_faults(output):
    """Every number and every null has its evidence, every evidence its number, every place is on a page."""
    evidence = output["evidence"]
    cells = {at: value for table in ("active_disclosure", "applications", "review_litigation")
             for at, value in leaves(output.get(table, {}), f"/{table}")}
    cells |= {at: value for at, value in leaves(output.get("statistics", []), "/statistics")
              if at.endswith(("/value", "/cumulative"))}
    faults = [f"no evidence for {at}" for at in cells if at not in evidence]
    faults += [f"evidence without a number: {at}" for at in evidence if at.count("/") > 1 and at not in cells]
    for at, entry in evidence.items():
        paged = output["source"]["pages"] is not None
        if paged != (entry["page"] is not None) or paged != (entry["box"] is not None):
            faults.append(f"{at}: page {entry['page']}, box {entry['box']}")
        if not 0 <= entry["confidence"] <= 1:
            faults.append(f"{at}: confidence {entry['confidence']}")
        if at in cells and cells[at] is None and entry["reading"] == "text" and entry["raw"] == "":
            faults.append(f"{at}: a blank that says it was read as text")
    return faults


def all_evidence_faults(out):
    return [(file.name, fault) for file in sorted(out.glob("*.json"))
            for fault in evidence_faults(json.loads(file.read_text(encoding="utf-8")))]
