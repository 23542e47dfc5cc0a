#include "indexer/run/placing.h"

#include <stdlib.h>

#include "core/fail.h"
#include "core/view.h"
#include "indexer/run/fold.h"

static const char SAME_ADDRESS[] = "another page has the same address:";

/* Whether the page lies at the address that it claims, or claims none. */
static bool claims_its_place(const struct catalog_entry *page)
{
    return page->claim == 0 || page->claim_spot == page->spot;
}

static bool lies_at(const struct catalog_entry *page, uint64_t address)
{
    return page->place == address || (page->claim == address && claims_its_place(page));
}

bool page_precedes(
        const struct catalog_entry *a, const struct catalog_entry *b, uint64_t address)
{
    if (a->is_copy != b->is_copy)
        return b->is_copy;
    if (lies_at(a, address) != lies_at(b, address))
        return lies_at(a, address);
    if (a->text_size != b->text_size)
        return a->text_size > b->text_size;
    return view_compare(a->id, b->id) < 0;
}

bool placing_counts(const struct catalog_entry *page)
{
    return catalog_holds(page) ||
           (page->outcome == OUTCOME_DUPLICATE && page->place != 0);
}

const char *placing_doubt(const struct catalog_entry *page)
{
    return page->claim != 0 && page->belongs == page->place
                   ? "its canonical address is ignored, because another text is there "
                     "or "
                     "claims it: the address of its file is used"
                   : NULL;
}

/* A page under the key that it is looked for by. */
struct keyed {
    uint64_t key;
    struct catalog_entry *page;
};

/* By key; under one, as page_precedes() has it. */
static int by_key(const void *left, const void *right)
{
    const struct keyed *a = left;
    const struct keyed *b = right;

    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    if (a->page == b->page)
        return 0;
    return page_precedes(a->page, b->page, a->key) ? -1 : 1;
}

static void sort_by_key(struct keyed *pages, size_t count)
{
    if (count > 1)
        qsort(pages, count, sizeof *pages, by_key);
}

/* How many of `pages` have the key of the first. */
static size_t count_same(const struct keyed *pages, size_t count)
{
    size_t same = 1;

    while (same < count && pages[same].key == pages[0].key)
        same++;
    return same;
}

/* The first place of a key, or `count`. */
static size_t find_key(const struct keyed *pages, size_t count, uint64_t key)
{
    size_t from = 0;
    size_t end = count;

    while (from < end) {
        size_t middle = from + (end - from) / 2;
        if (pages[middle].key < key)
            from = middle + 1;
        else
            end = middle;
    }
    return from < count && pages[from].key == key ? from : count;
}

/* Whether what lies at the address that a page claims allows it: it stays there, and
   says the same.  So pages that name each other both stay where they lie. */
static bool is_allowed(
        const struct catalog_entry *page, const struct keyed *spots, size_t count)
{
    bool is_free = true;

    for (size_t i = find_key(spots, count, page->claim_spot);
            i < count && spots[i].key == page->claim_spot; i++) {
        const struct catalog_entry *there = spots[i].page;
        if (there == page)
            continue;
        is_free = false;
        if (claims_its_place(there) && fold_agrees(page, there))
            return true;
    }
    return is_free;
}

/* Whether all pages that claim an address from elsewhere say the same. */
static bool do_agree(const struct keyed *claims, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (!fold_agrees(claims[0].page, claims[i].page))
            return false;
    return true;
}

/* Sends each page where it is believed to be.  `spots` is sorted; `claims` is of as
   many pages and is filled here. */
static void believe_claims(
        struct keyed *claims, const struct keyed *spots, size_t count)
{
    size_t used = 0;

    for (size_t i = 0; i < count; i++) {
        struct catalog_entry *page = spots[i].page;
        page->belongs =
                page->claim != 0 && claims_its_place(page) ? page->claim : page->place;
        if (page->claim != 0 && !claims_its_place(page) &&
                is_allowed(page, spots, count))
            claims[used++] = (struct keyed){ page->claim, page };
    }
    sort_by_key(claims, used);
    for (size_t i = 0; i < used;) {
        size_t same = count_same(&claims[i], used - i);
        bool is_believed = do_agree(&claims[i], same);
        for (size_t k = i; k < i + same && is_believed; k++)
            claims[k].page->belongs = claims[k].key;
        i += same;
    }
}

static void gather_pages(struct keyed *pages, size_t count)
{
    for (size_t i = 0; i < count; i++)
        pages[i].key = pages[i].page->belongs;
    sort_by_key(pages, count);
}

/* Sends pages back to where they lie that another one precedes which says something
   else. */
static void send_back(const struct keyed *pages, size_t count)
{
    for (size_t i = 0; i < count;) {
        size_t same = count_same(&pages[i], count - i);
        for (size_t k = i + 1; k < i + same; k++)
            if (!fold_agrees(pages[i].page, pages[k].page))
                pages[k].page->belongs = pages[k].page->place;
        i += same;
    }
}

/* Leaves one page at each address. */
static void leave_one(const struct keyed *pages, size_t count)
{
    for (size_t i = 0; i < count;) {
        size_t same = count_same(&pages[i], count - i);
        for (size_t k = i; k < i + same; k++) {
            struct catalog_entry *page = pages[k].page;
            page->keeper = k > i ? pages[i].page->id : (palpate_view){ NULL, 0 };
            page->why = SAME_ADDRESS;
            page->belongs = k > i ? 0 : page->belongs;
        }
        i += same;
    }
}

palpate_status placing_decide(
        struct catalog_entry **pages, size_t count, palpate_error *err)
{
    struct keyed *spots = calloc(count + 1, sizeof *spots);
    struct keyed *claims = calloc(count + 1, sizeof *claims);
    palpate_status status = PALPATE_OK;

    if (spots == NULL || claims == NULL) {
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for comparing pages");
    } else {
        for (size_t i = 0; i < count; i++)
            spots[i] = (struct keyed){ pages[i]->spot, pages[i] };
        sort_by_key(spots, count);
        believe_claims(claims, spots, count);
        gather_pages(spots, count);
        send_back(spots, count);
        gather_pages(spots, count);
        leave_one(spots, count);
    }
    free(spots);
    free(claims);
    return status;
}
