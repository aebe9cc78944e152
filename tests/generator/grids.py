"""The three tables as grids of spans, in the shapes that organs give them."""
import forms
from document import Grid

WRAPPED = {"商业企业": "商业\n企业", "科研机构": "科研\n机构", "社会公益组织": "社会公益\n组织", "法律服务机构": "法律服务\n机构",
           "结果维持": "结果\n维持", "结果纠正": "结果\n纠正", "其他结果": "其他\n结果", "尚未审结": "尚未\n审结"}


def _wrap(text, features):
    return WRAPPED.get(text, text) if "head_wrapped" in features else text


def disclosure_grids(draft, printed, labels, features):
    """Table 2: one grid, or one for each article where the writer cut it up."""
    articles = forms.ARTICLES[draft.form2]
    if "tables_split" in features:
        return [_disclosure_grid([article], printed, labels, features) for article in articles]
    return [_disclosure_grid(articles, printed, labels, features)]


def _disclosure_grid(articles, printed, labels, features):
    grid = Grid("active_disclosure", [0.34, 0.22, 0.22, 0.22])
    row = 0
    for article in articles:
        grid.put(row, 0, labels.spell(article.heading), colspan=4, role="group")
        grid.put(row + 1, 0, labels.spell("信息内容"), role="head")
        for column, span, (_, head) in _spread(article.columns):
            grid.put(row + 1, column, labels.spell(_amount_head(head, features)), colspan=span, role="head")
        row += 2
        for key, label in article.rows:
            at = f"/active_disclosure/{key}"
            if not any(pointer.startswith(at + "/") for pointer in printed):
                continue
            grid.put(row, 0, labels.spell(_document_name(label, features), at))
            for column, span, (name, _) in _spread(article.columns):
                grid.put(row, column, printed[f"{at}/{name}"].text, colspan=span, role="number")
            row += 1
    return grid


def _amount_head(head, features):
    return f"{head}（单位：万元）" if head == "采购总金额" and "amount_head_unit" in features else head


def _document_name(label, features):
    """规范性文件 and 行政规范性文件 stand for each other in real reports of both forms."""
    if "documents_other_name" not in features:
        return label
    return {"规范性文件": "行政规范性文件", "行政规范性文件": "规范性文件"}.get(label, label)


def _spread(columns):
    """(first column, span, column): one to three heads over the three number columns."""
    spans = {1: (3,), 2: (1, 2), 3: (1, 1, 1)}[len(columns)]
    start = 1
    for span, column in zip(spans, columns):
        yield start, span, column
        start += span


def applications_grid(draft, printed, labels, features):
    columns = [column for column in forms.COLUMNS if column[0] not in draft.lost_columns]
    share = 0.54 / len(columns)
    grid = Grid("applications", [0.06, 0.14, 0.26, *[share] * len(columns)])
    row = grid.header_rows = _applications_head(grid, columns, labels, features)
    rows = [line for line in forms.APPLICATION_ROWS[draft.form3] if f"/applications/{line.key}/total" in printed]
    for line in rows:
        first = 0 if line.stage is None else 1 if line.group is None else 2
        grid.put(row, first, labels.spell(line.label, f"/applications/{line.key}"), colspan=3 - first)
        numbers = [printed[f"/applications/{line.key}/{key}"].text for key, _ in columns]
        if f"/applications/{line.key}" == draft.short_row:
            del numbers[1]
        for i, number in enumerate(numbers):
            grid.put(row, 3 + i, number, role="number")
        row += 1
    _merge(grid, rows, 0, "stage", labels, features)
    _merge(grid, rows, 1, "group", labels, features)
    return grid


def _merge(grid, rows, column, level, labels, features):
    """The merged cells to the left of the labels."""
    start = 0
    while start < len(rows):
        end = start
        name = getattr(rows[start], level)
        while end < len(rows) and getattr(rows[end], level) == name:
            end += 1
        if name:
            grid.put(grid.header_rows + start, column, labels.spell(name, name), rowspan=end - start,
                     vertical=level == "stage" and "stage_vertical" in features)
        start = end


def _applications_head(grid, columns, labels, features):
    """Writes the head; returns its number of rows."""
    two_rows = "head_two_rows" in features
    depth = 4 if two_rows else 3
    last = 3 + len(columns) - 1
    total_first = "total_in_first_row" in features
    grid.put(0, 0, labels.spell(forms.NOTE), rowspan=depth, colspan=3, role="note")
    grid.put(0, 3, labels.spell("申请人情况"), colspan=len(columns) - total_first, role="head")
    grid.put(1, 3, labels.spell("自然人"), rowspan=depth - 1, role="head")
    grid.put(1, 4, labels.spell("法人或其他组织"), colspan=len(columns) - 2, role="head")
    top = 0 if total_first else 1
    grid.put(top, last, labels.spell("总计", "applications/total"), rowspan=depth - top, role="head")
    for i, (key, name) in enumerate(columns[1:-1]):
        text = labels.spell(name, f"applications/{key}")
        if two_rows and len(text) == 4:
            grid.put(2, 4 + i, text[:2], role="head")
            grid.put(3, 4 + i, text[2:], role="head")
        else:
            grid.put(2, 4 + i, _wrap(text, features), rowspan=depth - 2, role="head")
    return depth


def review_grid(printed, labels, features):
    grid = Grid("review_litigation", [1 / 15] * 15, header_rows=3)
    narrow = "head_vertical" in features
    grid.put(0, 0, labels.spell("行政复议"), colspan=5, role="head")
    grid.put(0, 5, labels.spell("行政诉讼"), colspan=10, role="head")
    for i, (group, name) in enumerate(forms.REVIEW_GROUPS):
        top = 1 if i == 0 else 2
        if i:
            grid.put(1, 5 * i, labels.spell(name), colspan=5, role="head")
        for j, (key, head) in enumerate(forms.REVIEW_COLUMNS):
            text = labels.spell(head, f"review_litigation/{group}/{key}")
            grid.put(top, 5 * i + j, text if narrow else _wrap(text, features), rowspan=3 - top, role="head", vertical=narrow)
            grid.put(3, 5 * i + j, printed[f"/review_litigation/{group}/{key}"].text, role="number")
    return grid
