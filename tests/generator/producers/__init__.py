"""One file a producer. Each has STYLES, EXTENSION, LACKS ({style: features that it cannot carry}) and write(document, path, style, rng);
TOOL names the program it calls, and finish() is called once at the end by those that convert in a batch."""
import importlib
import shutil

NAMES = ("html_clean", "html_word", "html_portal", "txt_tab", "txt_pipe", "txt_cells", "md_pipe",
         "pdf_chromium", "pdf_weasyprint", "pdf_libreoffice", "pdf_reportlab")


def load(name):
    """(producer, None), or (None, why it cannot be used here)."""
    try:
        producer = importlib.import_module(f"producers.{name}")
    except ImportError as error:
        return None, f"{name} skipped: {error}"
    tool = getattr(producer, "TOOL", None)
    if tool and not shutil.which(tool):
        return None, f"{name} skipped: no {tool} here"
    return producer, None
