#include "indexer/run/fold.h"

#include <stdio.h>
#include <stdlib.h>

#include "core/digest.h"
#include "core/fail.h"
#include "core/likeness.h"
#include "core/view.h"
#include "core/web_address.h"

static const char SAME_TEXT[] = "the same text is on";
static const char CANONICAL[] = "it is a version of";

/* A text's key is hidden in that of title and text, and found again by the title. */
static uint64_t spread_bits(uint64_t title)
{
    return (title ^ title >> 29) * 0x9E3779B97F4A7C15U;
}

void fold_describe(struct catalog_entry *entry, const struct article *article)
{
    uint64_t key = 0;

    entry->title = likeness_key(0, article->title);
    entry->signature = likeness_describe(article->text, &key);
    entry->text = entry->signature == 0 ? 0 : key ^ spread_bits(entry->title);
    entry->text_size = (uint32_t)article->text.size;
    entry->amp = is_web_address(article->amp) ? hash_of(article->amp) : 0;
}

void fold_put(
        struct catalog_entry *entry, const struct article *article, palpate_view url)
{
    bool is_own = view_equals(article->canonical, url);

    entry->original = is_web_address(article->canonical) && !is_own
                              ? hash_of(article->canonical)
                              : 0;
    entry->url_size = (uint32_t)url.size;
    entry->is_own = is_own;
}

/* Texts of which one may be cut out of its page a little differently. */
static bool is_alike(const struct catalog_entry *a, const struct catalog_entry *b)
{
    enum {
        ALIKE_BITS = 16 /* of 64; texts that have nothing in common differ in 32 */
    };
    unsigned count = 0;

    for (uint64_t bits = a->signature ^ b->signature; bits != 0; bits &= bits - 1)
        count++;
    return a->signature != 0 && b->signature != 0 && count <= ALIKE_BITS;
}

static bool names_keeper(const struct catalog_entry *a, const struct catalog_entry *b)
{
    return (a->original != 0 && a->original == b->article) ||
           (a->amp != 0 && a->amp == b->article);
}

static bool has_same_text(const struct catalog_entry *a, const struct catalog_entry *b)
{
    return a->text != 0 && a->text == b->text;
}

bool fold_agrees(const struct catalog_entry *a, const struct catalog_entry *b)
{
    bool has_same_words =
            a->text != 0 && b->text != 0 &&
            (a->text ^ spread_bits(a->title)) == (b->text ^ spread_bits(b->title));

    return has_same_words ||
           (is_alike(a, b) && (a->title == b->title || a->is_copy || b->is_copy));
}

bool fold_joins(const struct catalog_entry *a, const struct catalog_entry *b)
{
    return has_same_text(a, b) ||
           ((names_keeper(a, b) || names_keeper(b, a)) && fold_agrees(a, b));
}

/* Whether `a` is the one to show. */
static bool is_better(const struct catalog_entry *a, const struct catalog_entry *b)
{
    if (a->is_copy != b->is_copy)
        return b->is_copy;
    if ((a->original == 0) != (b->original == 0))
        return a->original == 0;
    if (a->is_own != b->is_own)
        return a->is_own;
    if (a->url_size != b->url_size)
        return a->url_size < b->url_size;
    return view_compare(a->id, b->id) < 0;
}

static int by_article(const void *left, const void *right)
{
    const struct catalog_entry *a = *(struct catalog_entry *const *)left;
    const struct catalog_entry *b = *(struct catalog_entry *const *)right;

    return (a->article > b->article) - (a->article < b->article);
}

/* A text and the place of its page. */
struct text {
    uint64_t key;
    uint64_t place;
};

static int by_key(const void *left, const void *right)
{
    const struct text *a = left;
    const struct text *b = right;

    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

/* Pages, and for each one before it that is of the same set, or itself. */
struct sets {
    struct catalog_entry **pages; /* by address */
    uint32_t *parent;
    size_t count;
};

static uint32_t root_of(struct sets *sets, uint32_t place)
{
    while (sets->parent[place] != place) {
        sets->parent[place] = sets->parent[sets->parent[place]];
        place = sets->parent[place];
    }
    return place;
}

static void join_sets(struct sets *sets, uint32_t a, uint32_t b)
{
    a = root_of(sets, a);
    b = root_of(sets, b);
    sets->parent[a > b ? a : b] = a > b ? b : a;
}

static void join_texts(struct sets *sets, struct text *texts)
{
    for (size_t i = 0; i < sets->count; i++)
        texts[i] = (struct text){ sets->pages[i]->text, i };
    qsort(texts, sets->count, sizeof *texts, by_key);
    for (size_t i = 1; i < sets->count; i++)
        if (texts[i].key != 0 && texts[i].key == texts[i - 1].key)
            join_sets(sets, (uint32_t)texts[i].place, (uint32_t)texts[i - 1].place);
}

/* Joins a page with the one at an address that it names. */
static void join_named(struct sets *sets, uint32_t place, uint64_t article)
{
    struct catalog_entry wanted = { .article = article };
    const struct catalog_entry *key = &wanted;

    if (article == 0)
        return;
    struct catalog_entry **found = bsearch(
            &key, sets->pages, sets->count, sizeof(struct catalog_entry *), by_article);
    if (found != NULL && fold_agrees(*found, sets->pages[place]))
        join_sets(sets, place, (uint32_t)(found - sets->pages));
}

/* Names the best page of each set to the others.  `best` is of each root: place + 1. */
static void name_keepers(struct sets *sets, uint32_t *best)
{
    for (uint32_t i = 0; i < sets->count; i++) {
        uint32_t *own = &best[root_of(sets, i)];
        if (*own == 0 || is_better(sets->pages[i], sets->pages[*own - 1]))
            *own = i + 1;
    }
    for (uint32_t i = 0; i < sets->count; i++) {
        const struct catalog_entry *keeper = sets->pages[best[root_of(sets, i)] - 1];
        struct catalog_entry *page = sets->pages[i];
        bool gives_way = keeper != page;
        page->keeper = gives_way ? keeper->id : (palpate_view){ NULL, 0 };
        page->why = has_same_text(page, keeper) ? SAME_TEXT : CANONICAL;
    }
}

palpate_status fold_decide(
        struct catalog_entry **pages, size_t count, palpate_error *err)
{
    struct arena arena = { NULL, 0, 0 };
    struct sets sets = { .pages = pages, .count = count };
    palpate_status status = PALPATE_OK;

    if (count == 0)
        return PALPATE_OK;
    sets.parent = arena_zeroed(&arena, count, sizeof *sets.parent);
    uint32_t *best = arena_zeroed(&arena, count, sizeof *best);
    struct text *texts = arena_zeroed(&arena, count, sizeof *texts);
    if (sets.parent == NULL || best == NULL || texts == NULL) {
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for comparing pages");
    } else {
        qsort(pages, count, sizeof(struct catalog_entry *), by_article);
        for (uint32_t i = 0; i < count; i++)
            sets.parent[i] = i;
        join_texts(&sets, texts);
        for (uint32_t i = 0; i < count; i++) {
            join_named(&sets, i, pages[i]->original);
            join_named(&sets, i, pages[i]->amp);
        }
        name_keepers(&sets, best);
    }
    arena_free(&arena);
    return status;
}

void fold_write_why(char out[FOLD_WHY_SIZE], const struct catalog_entry *entry)
{
    (void)snprintf(out, FOLD_WHY_SIZE, "left out: %s %.*s", entry->why,
            (int)(entry->keeper.size < FOLD_WHY_SIZE / 2 ? entry->keeper.size
                                                         : FOLD_WHY_SIZE / 2),
            entry->keeper.data);
}
