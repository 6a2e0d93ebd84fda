"""Questions, and plain words that few orders have together: any of the words, best first."""

from tests.tables import each_row


@each_row()
def test_a_question_finds_the_order(specimens, question, found):
    answer = specimens.engine.search(question)
    assert answer.read_as.startswith("any of ")
    assert answer.read_as.endswith("; best first")
    assert found in answer.hits[0].result["path"]


def test_orders_with_all_words_come_first(specimens):
    both = specimens.engine.search("source AND code AND stipulated")
    plain = specimens.engine.search("source code stipulated", limit=20)
    assert 0 < both.total < plain.total
    assert plain.read_as == "source and code and stipulated; then any of these words, best first"
    assert [hit.rank for hit in plain.hits][: both.total] == [hit.rank for hit in both.hits]


@each_row()
def test_other_searches_find_what_they_say(specimens, exact):
    answer = specimens.engine.search(exact)
    assert "best first" not in answer.read_as
    assert answer.total == len(specimens.engine.find(exact))


def test_a_misspelled_word_is_corrected_before_the_others_alone_are_asked_for(specimens):
    answer = specimens.engine.search("expedited discovry subpoena")
    known = specimens.engine.search("expedited discovery subpoena")
    ranks = [hit.rank for hit in answer.hits]
    assert ranks == [hit.rank for hit in known.hits][: len(ranks)]
    assert answer.notes == (*known.notes, "No order has discovry: discovery was looked for.")
    assert known.did_you_mean == ""


def test_marks_are_of_the_words_that_were_asked_for(specimens):
    answer = specimens.engine.search("Can a court unmask the people who post on a message board?")
    marked = {
        one.text[start:end].lower() for one in answer.hits[0].excerpts for start, end in one.marks
    }
    assert marked & {"message", "board", "post", "posts"}
    assert not marked & {"can", "the", "who", "a"}


def test_other_orders_of_a_date_come_by_date(specimens):
    newest = specimens.engine.search("who stole trade secrets from whom", sort="newest")
    ranks = [hit.rank for hit in newest.hits]
    assert ranks == sorted(ranks)
