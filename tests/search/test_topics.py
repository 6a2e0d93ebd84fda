"""What a researcher asks without knowing an order: the judged ones come first."""

from tests.tables import each_row, read_rows


@each_row()
def test_topic(specimens, search, judged):
    answer = specimens.engine.search(search, 18)
    paths = [hit.result["path"] for hit in answer.hits]
    assert any(name in paths[0] for name in judged), (answer.read_as, paths[:3])
    for name in judged:
        assert any(name in path for path in paths)


def test_words_that_no_order_has_together_are_offered_apart(specimens):
    answer = specimens.engine.search('arbitration "pressure cooker" 28 USC 1404')
    assert answer.total == 0
    assert answer.did_you_mean == 'arbitration OR "pressure cooker" OR 28 USC 1404'
    assert specimens.engine.search(answer.did_you_mean).total > 1


def test_there_are_fifty():
    assert len(read_rows(__file__, "test_topic")) == 50
