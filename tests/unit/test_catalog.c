#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/schema.h"
#include "core/varint.h"
#include "core/view.h"
#include "indexer/shard/catalog.h"

static const struct catalog_entry PAGE = {
    .id = PALPATE_VIEW_INIT("articles/frozen-shoulder.html"),
    .digest = { .high = 0xFEDCBA9876543210, .low = 0x0123456789ABCDEF },
    .size = 40123,
    .modified = 1764000000123456789,
    .article = 0xA1A2A3A4A5A6A7A8,
    .place = 0xD1D2D3D4D5D6D7D8,
    .spot = 0xE1E2E3E4E5E6E7E8,
    .text_size = 8123,
    .text = 0xB1B2B3B4B5B6B7B8,
    .title = 0xF1F2F3F4F5F6F7F8,
    .signature = 0xC1C2C3C4C5C6C7C8,
    .url_size = 57,
    .passages = 12,
    .outcome = OUTCOME_INDEXED,
    .is_own = true,
};

static struct buffer key;
static struct buffer value;

static int tear_down(void **state)
{
    (void)state;
    buffer_free(&key);
    buffer_free(&value);
    return 0;
}

static void write_page(const struct catalog_entry *page)
{
    buffer_clear(&key);
    buffer_clear(&value);
    catalog_key(&key, page->id);
    catalog_value(&value, page);
}

static void assert_same(
        const struct catalog_entry *read, const struct catalog_entry *page)
{
    assert_true(view_equals(read->id, page->id));
    assert_true(read->digest.high == page->digest.high);
    assert_true(read->digest.low == page->digest.low);
    assert_true(read->size == page->size);
    assert_true(read->modified == page->modified);
    assert_true(read->article == page->article);
    assert_true(read->held == page->article);
    assert_true(read->text == page->text);
    assert_true(read->signature == page->signature);
    assert_true(read->original == page->original);
    assert_true(read->title == page->title);
    assert_true(read->place == page->place);
    assert_true(read->spot == page->spot);
    assert_true(read->claim == page->claim);
    assert_true(read->claim_spot == page->claim_spot);
    assert_int_equal(read->text_size, page->text_size);
    assert_true(read->amp == page->amp);
    assert_int_equal(read->url_size, page->url_size);
    assert_int_equal(read->passages, page->passages);
    assert_int_equal(read->outcome, page->outcome);
    assert_int_equal(read->is_copy, page->is_copy);
    assert_int_equal(read->is_own, page->is_own);
    assert_int_equal(read->was_indexed, page->outcome == OUTCOME_INDEXED);
}

static void assert_reads_back(const struct catalog_entry *page)
{
    struct catalog_entry read;

    write_page(page);
    assert_true(catalog_entry_read(&read, buffer_view(&key), buffer_view(&value)));
    assert_same(&read, page);
}

static void an_entry_reads_back_as_it_was_written(void **state)
{
    struct catalog_entry page = PAGE;

    (void)state;
    assert_reads_back(&page);
    page.article = hash_of(page.id);
    assert_reads_back(&page);
    page.original = 77;
    page.is_copy = true;
    page.is_own = false;
    assert_reads_back(&page);
    page.original = 0;
    page.amp = UINT64_MAX;
    page.outcome = OUTCOME_FOLDED;
    assert_reads_back(&page);
}

static void an_entry_keeps_where_its_page_lies_and_what_it_claims(void **state)
{
    struct catalog_entry page = PAGE;

    (void)state;
    page.place = page.article;
    assert_reads_back(&page);
    page.claim = 5;
    page.claim_spot = 6;
    assert_reads_back(&page);
    page.claim_spot = page.spot;
    assert_reads_back(&page);
    page.place = 7;
    page.claim = page.article;
    assert_reads_back(&page);
    page.article = hash_of(page.id);
    page.place = page.article;
    page.claim = 0;
    page.claim_spot = 0;
    assert_reads_back(&page);
    page.outcome = OUTCOME_NO_ARTICLE;
    page.article = 0;
    assert_reads_back(&page);
}

static void an_id_stands_in_the_key_alone_or_where_it_does_not_fit_in_the_value_alone(
        void **state)
{
    static char long_id[1000];
    struct catalog_entry page = PAGE;

    (void)state;
    assert_reads_back(&page);
    assert_int_equal(view_find(buffer_view(&value), page.id), value.size);
    page.id = (palpate_view){ "a\0b", 3 };
    assert_reads_back(&page);
    assert_int_equal(view_find(buffer_view(&key), page.id), key.size);
    memset(long_id, 'x', sizeof long_id);
    page.id = (palpate_view){ long_id, sizeof long_id };
    assert_reads_back(&page);
    assert_true(key.size < 100);
}

static void an_id_that_looks_like_a_digest_is_an_id(void **state)
{
    struct catalog_entry page = PAGE;

    (void)state;
    page.id = PALPATE_VIEW("#0123456789abcdef0123456789abcdef");
    assert_reads_back(&page);
    page.id = PALPATE_VIEW("");
    assert_reads_back(&page);
}

static void an_entry_of_an_older_version_is_read(void **state)
{
    struct catalog_entry read;
    struct catalog_entry page = PAGE;

    (void)state;
    catalog_key(&key, PAGE.id);
    buffer_append(&value, PALPATE_VIEW("\x02\x40"));
    varint_append(&value, PAGE.digest.high);
    varint_append(&value, PAGE.digest.low);
    varint_append(&value, PAGE.size);
    varint_append(&value, PAGE.modified);
    varint_append(&value, PAGE.article);
    varint_append(&value, PAGE.passages);
    varint_append(&value, PAGE.text);
    varint_append(&value, PAGE.signature);
    varint_append(&value, PAGE.original);
    varint_append(&value, PAGE.amp);
    varint_append(&value, PAGE.url_size);
    buffer_append(&value, PAGE.id);
    assert_true(catalog_entry_read(&read, buffer_view(&key), buffer_view(&value)));
    page.place = page.spot = page.title = 0;
    page.text_size = 0;
    assert_same(&read, &page);
}

static void an_entry_that_is_cut_or_of_a_later_version_is_none(void **state)
{
    struct catalog_entry read;

    (void)state;
    write_page(&PAGE);
    palpate_view name = buffer_view(&key);
    for (size_t size = 0; size < value.size; size++)
        assert_false(catalog_entry_read(
                &read, name, view_slice(buffer_view(&value), 0, size)));
    value.data[0] = 5;
    assert_false(catalog_entry_read(&read, name, buffer_view(&value)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(an_entry_reads_back_as_it_was_written, tear_down),
        cmocka_unit_test_teardown(
                an_entry_keeps_where_its_page_lies_and_what_it_claims, tear_down),
        cmocka_unit_test_teardown(
                an_id_stands_in_the_key_alone_or_where_it_does_not_fit_in_the_value_alone,
                tear_down),
        cmocka_unit_test_teardown(an_id_that_looks_like_a_digest_is_an_id, tear_down),
        cmocka_unit_test_teardown(an_entry_of_an_older_version_is_read, tear_down),
        cmocka_unit_test_teardown(
                an_entry_that_is_cut_or_of_a_later_version_is_none, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
