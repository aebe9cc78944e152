"""What the checker offers beyond findings: explanations of its rules."""

import unittest

from command_line import ROOT, run


class Explain(unittest.TestCase):
    def test_one_rule_in_both_languages(self):
        for language, words in (("zh", ("查什么：", "依据：", "怎样改：")), ("en", ("checks:", "rests on:", "to mend:"))):
            ended = run("explain", "applications.balance", "--lang", language)
            self.assertEqual((ended.status, ended.err), (0, ""))
            self.assertTrue(ended.out.startswith("applications.balance"))
            for word in words:
                self.assertIn(word, ended.out)

    def test_without_a_rule_there_is_a_line_for_each(self):
        lines = run("explain", "--lang", "en").out.splitlines()
        for rule in ("section.missing", "cell.blank", "applications.balance", "narrative.sum", "identity.year"):
            self.assertEqual(sum(line.startswith(rule + " ") for line in lines), 1)

    def test_a_rule_that_is_none_is_wrong_usage(self):
        ended = run("explain", "applications.ballance")
        self.assertEqual((ended.status, ended.out), (2, ""))
        self.assertIn("applications.ballance", ended.err)

    def test_the_page_of_rules_is_what_the_program_says(self):
        page = (ROOT / "docs/rules.md").read_text(encoding="utf-8")
        self.assertEqual(run("explain", "--format", "markdown").out, page,
                         "docs/rules.md: run gongkai explain --format markdown > docs/rules.md")


if __name__ == "__main__":
    unittest.main()
