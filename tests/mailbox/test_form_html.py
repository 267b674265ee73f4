from steps import steps_of

from letterladder.mailbox.form import Row
from letterladder.mailbox.form_html import items_of


def test_a_row_of_two_cells_is_a_pair_and_a_layout_table_is_none() -> None:
    """Web forms send their fields so, within a table that only lays the email out."""
    html = (
        "<table><tr><td><table><tr><th>Parent</th><td>Jo<br>Example</td></tr></table></td><td>x</td></tr>"
        "<tr><td>one</td></tr></table>"
    )
    assert items_of(html) == [Row("Parent", "Jo\nExample"), "", "x", "one", ""]


def test_text_is_lines_with_a_blank_one_between_paragraphs() -> None:
    """What a reader sees, without code, comments and titles."""
    html = "<title>t</title><p>One<!-- no --> two<br>three</p><div>four</div><script>x()</script><ul><li>five</li></ul>"
    assert items_of(html) == ["One two", "three", "", "four", "five"]


def test_an_answer_beside_an_empty_cell_is_a_line() -> None:
    """Some websites put the label into the row above."""
    assert items_of("<table><tr><td>&nbsp;</td><td>Jo</td></tr></table>") == ["Jo", ""]


def test_tables_in_tables_take_few_steps() -> None:
    """However deep they are."""
    html = "<table><tr><td>" * 3_000 + "Parent"
    assert steps_of(lambda: items_of(html)) < 20 * len(html)
