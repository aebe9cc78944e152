"""Labels and heads of the tables as an organ types them: other marks, blanks, slips, lost words."""
import forms
from chance import happens

ASCII = str.maketrans({"（": "(", "）": ")", "：": ":", "，": ","})


class Labels:
    """Spells the words of the tables, and keeps the table.header findings that the spelling causes."""

    def __init__(self, rng, draft, features):
        self.rng, self.features, self.findings = rng, features, []
        self.slips, self.lost = {}, set()
        if "label_slip" in features:
            self._choose_slip(draft)
        if "head_lost" in features and not draft.lost_columns and not draft.short_row:
            self._lose_head(draft)
        if "group_lost" in features and not self.findings:
            self._lose_group(draft)

    def spell(self, text, at=None):
        """`at`: the pointer of the row, or the key of the head or group, by which a slip or a loss is known."""
        if at in self.lost:
            return ""
        text = self.slips.get(at, text)
        if "number_comma" in self.features and text[1:2] == ".":
            text = f"{text[0]}、{text[2:]}"
        elif "number_wide" in self.features and text[1:2] == ".":
            text = f"{text[0]}．{text[2:]}"
        if "ascii_marks" in self.features:
            text = text.translate(ASCII)
        if "label_spaced" in self.features and len(text) > 4 and happens(self.rng, 0.3):
            cut = self.rng.randrange(2, len(text) - 1)
            text = f"{text[:cut]} {text[cut:]}"
        return text

    def _report(self, at):
        self.findings.append({"rule": "table.header", "at": at})

    def _choose_slip(self, draft):
        rows = {pointer.rsplit("/", 1)[0] for pointer in draft.values}
        labels = {f"/applications/{row.key}": row.label for row in forms.APPLICATION_ROWS[draft.form3] if row.key != "outcome/other/all"}
        labels |= {f"/active_disclosure/{key}": label for article in forms.ARTICLES[draft.form2] for key, label in article.rows}
        at = self.rng.choice(sorted(row for row in rows if len(labels.get(row, "")) >= 7) or [None])
        if at:
            self.slips[at] = slip(self.rng, labels[at])
            self._report(at)

    def _lose_head(self, draft):
        heads = [("applications", "other"), ("applications", "total"), ("review_litigation", "direct_litigation/pending"),
                 ("review_litigation", "litigation_after_review/total")]
        heads = [f"{table}/{head}" for table, head in heads
                 if table not in draft.lost_tables and not any(f["at"].startswith(f"/{table}/") for f in self.findings)]
        if heads:
            self.lost.add(self.rng.choice(heads))
            self._report(None)

    def _lose_group(self, draft):
        if "applications" in draft.lost_tables:
            return
        groups = [group for group in forms.GROUP_POINTERS if group != forms.OTHER]
        group = self.rng.choice([*groups, forms.OUTCOME])
        self.lost.add(group)
        self._report(forms.GROUP_POINTERS.get(group, "/applications/outcome"))


def slip(rng, label):
    """Drops or swaps one or two characters behind the row's number."""
    first = 2 if label[1:2] in ".、" else 3 if label.startswith("（") else 0
    body = label[first:]
    if happens(rng, 0.6):
        count = rng.choice((1, 1, 2)) if len(body) > 7 else 1
        cut = rng.randrange(1, len(body) - count)
        body = body[:cut] + body[cut + count:]
    else:
        # A quotation mark that changed its place is a slip that nobody minds: words are swapped.
        swaps = [i for i in range(1, min(len(body), 12) - 1) if body[i] != body[i + 1] and body[i:i + 2].isalpha()]
        i = rng.choice(swaps)
        body = body[:i] + body[i + 1] + body[i] + body[i + 2:]
    return label[:first] + body
