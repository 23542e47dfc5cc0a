#include "indexer/run/page.h"

#include <string.h>

#include "core/address.h"
#include "core/fail.h"
#include "core/view.h"
#include "core/web_address.h"
#include "indexer/article/article_read.h"
#include "indexer/article/no_article.h"
#include "indexer/run/convert.h"
#include "indexer/run/fold.h"
#include "indexer/source/not_text.h"
#include "indexer/source/source_load.h"

void page_reader_free(struct page_reader *reader)
{
    arena_free(&reader->arena);
    buffer_free(&reader->bytes);
    buffer_free(&reader->html);
}

static const palpate_view NOWHERE = { NULL, 0 };

struct page_origin page_origin_of(
        const struct source_page *source, const struct page_reader *reader)
{
    return (struct page_origin){ .url = source->url,
        .content_type = source->content_type,
        .robots = source->robots,
        .changed = source->changed,
        .shared = source->filter == NULL ? reader->shared : NULL,
        .selectors = source->filter == NULL ? reader->selectors : NULL,
        .is_document = source->filter != NULL };
}

static palpate_status first_look(struct block_hashes *out, struct article *article,
        struct arena *arena, palpate_view html, const struct page_origin *origin,
        palpate_error *err)
{
    if (article == NULL)
        return article_block_hashes(out, arena, html, origin, err);
    return article_read_hashed(out, article, arena, html, origin, err);
}

palpate_status page_block_hashes(struct block_hashes *out, struct article *article,
        struct arena *kept, struct page_reader *reader,
        const struct source_page *source, palpate_error *err)
{
    struct source_page copy = *source; /* its bytes are loaded again when it is read */
    struct page_origin origin = page_origin_of(source, reader);
    struct block_hashes hashes = { .count = 0 };
    palpate_status status = PALPATE_OK;

    origin.shared = NULL; /* that is what is to be learnt */
    *out = hashes;
    arena_clear(&reader->arena);
    if (copy.filter != NULL) /* documents share nothing with pages */
        return PALPATE_OK;
    if (copy.is_file)
        status = source_load(&copy, &reader->bytes, err);
    if (status == PALPATE_OK)
        status = first_look(&hashes, article, &reader->arena, copy.bytes, &origin, err);
    if (status != PALPATE_OK)
        return status == PALPATE_NO_MEMORY ? status : PALPATE_OK;
    *out = hashes;
    out->hashes = arena_zeroed(kept, hashes.count, sizeof *out->hashes);
    if (out->hashes == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for what a page says");
    memcpy(out->hashes, hashes.hashes, hashes.count * sizeof *out->hashes);
    return PALPATE_OK;
}

/* Where a page lies: a line of a stream at its url, a file where a sitemap says, else
   at its path below --base-url, or at its path. */
static palpate_view place_of(
        struct page_reader *reader, const struct source_page *source)
{
    return source->url.size > 0 ? source->url
                                : address_of_path(&reader->arena,
                                          reader->options->base_url, source->path);
}

/* The address that the page of a file calls its own: canonical, or likewise, if that is
   one (and of the site, where --base-url names it) and not where the file lies. */
static palpate_view claim_of(const struct page_reader *reader,
        const struct source_page *source, palpate_view canonical, palpate_view place)
{
    const char *base = reader->options->base_url;
    bool is_claim = source->is_file && source->url.size == 0 &&
                    is_web_address(canonical) && !view_equals(canonical, place) &&
                    (base == NULL || view_equals(address_origin(canonical),
                                             address_origin(view_of(base))));

    return is_claim ? canonical : NOWHERE;
}

palpate_status page_find_place(uint64_t *place, struct page_reader *reader,
        const struct source_page *source, palpate_error *err)
{
    palpate_view address = place_of(reader, source);

    *place = 0;
    if (address.data == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for an address");
    *place = hash_of(address);
    return PALPATE_OK;
}

/* "hillside.example/knee/" below the folders of several sites is "/knee/" of the one
   that its page names. */
static uint64_t spot_of(const struct page *page, bool is_file)
{
    palpate_view place = page->place;
    palpate_view host = address_host(page->claim);
    bool has_host = is_file && host.size > 0 && !is_web_address(place) &&
                    view_starts_with(place, host) && place.size > host.size &&
                    place.data[host.size] == '/';

    if (has_host)
        place = view_slice(place, host.size, place.size);
    return address_spot(place, NOWHERE, true);
}

palpate_status page_load(struct catalog_entry *entry, struct page_reader *reader,
        struct source_page *source, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    *entry = (struct catalog_entry){ .id = source->id,
        .size = source->size,
        .modified = source->modified,
        .outcome = OUTCOME_FAILED };
    status = page_find_place(&entry->place, reader, source, err);
    if (status == PALPATE_OK && source->is_file)
        status = source_load(source, &reader->bytes, err);
    if (status != PALPATE_OK)
        return status;
    entry->digest = digest_of(source->bytes);
    /* What came with the page decides, too, whether it may be indexed. */
    if (source->robots.size > 0)
        entry->digest.high ^= hash_of(source->robots);
    if (source->content_type.size > 0) /* and how it is read */
        entry->digest.low ^= hash_of(source->content_type);
    if (source->changed.size > 0) /* and when it changed */
        entry->digest.low ^= hash_of(source->changed) * 3;
    if (source->filter != NULL)
        return PALPATE_OK;
    const char *why = not_text(source->bytes, source->content_type);
    return why == NULL ? PALPATE_OK : fail(err, PALPATE_BAD_INPUT, "%s: left out", why);
}

/* Fills what decides the address of a page, and what is compared of it. */
static void describe_place(
        struct page *page, const struct page_reader *reader, bool is_file)
{
    struct catalog_entry *entry = &page->entry;

    entry->passages = page->article.passage_count;
    entry->is_copy = page->article.is_copy;
    entry->spot = spot_of(page, is_file);
    entry->claim = page->claim.size > 0 ? hash_of(page->claim) : 0;
    entry->claim_spot =
            page->claim.size > 0 ? address_spot(page->claim, NOWHERE, true) : 0;
    if (!reader->is_extracting)
        fold_describe(entry, &page->article);
    page_put(page, page->claim.size == 0);
}

void page_put(struct page *page, bool at_place)
{
    page->url = at_place ? page->place : page->claim;
    page->entry.article = hash_of(page->url);
    fold_put(&page->entry, &page->article, page->url);
}

/* What the address and the path of a page add to what it says itself. */
static void judge_by_place(struct article *article, palpate_view own, palpate_view path)
{
    if (article->verdict == PAGE_MOVED && address_leads_back(article->moved_to, own))
        article->verdict = article->passage_count > 0 ? PAGE_INDEXED : PAGE_EMPTY;
    if (article->verdict == PAGE_INDEXED || article->verdict == PAGE_EMPTY) {
        enum page_verdict by_path = no_article_by_path(article, path);
        article->verdict = by_path == PAGE_INDEXED ? article->verdict : by_path;
    }
}

static void judge_page(struct page *page)
{
    static const struct {
        enum page_outcome outcome;
        const char *why;
    } VERDICTS[] = {
        [PAGE_INDEXED] = { OUTCOME_INDEXED, NULL },
        [PAGE_NOINDEX] = { OUTCOME_NOINDEX,
                "left out: the page asks not to be indexed" },
        [PAGE_EMPTY] = { OUTCOME_EMPTY, "left out: no article text was found in it" },
        [PAGE_LIST] = { OUTCOME_NO_ARTICLE, "left out: it only lists other pages" },
        [PAGE_MOVED] = { OUTCOME_NO_ARTICLE,
                "left out: it is not an article, it sends readers on to another page" },
        [PAGE_FEED] = { OUTCOME_NO_ARTICLE,
                "left out: it is not a page, but a feed or a map of the site" },
        [PAGE_DATA] = { OUTCOME_NO_ARTICLE,
                "left out: it is not a page, but data for programs (JSON)" },
        [PAGE_NOT_FOUND] = { OUTCOME_NO_ARTICLE,
                "left out: it is not an article, it says that a page was not found" },
        [PAGE_PROGRAM] = { OUTCOME_NO_ARTICLE,
                "left out: it is part of a program of the site, such as a plugin" },
    };

    page->entry.outcome = VERDICTS[page->article.verdict].outcome;
    page->why = VERDICTS[page->article.verdict].why;
}

palpate_status page_read(struct page *page, struct page_reader *reader,
        const struct source_page *source, palpate_error *err)
{
    const struct page_origin origin = page_origin_of(source, reader);

    page->entry.outcome = OUTCOME_FAILED;
    page->why = NULL;
    struct source_page made = *source;
    palpate_status status = convert_page(&made, &reader->html, reader->options, err);
    if (status == PALPATE_OK)
        status = article_read(&page->article, &reader->arena, made.bytes, &origin, err);
    if (status == PALPATE_BAD_INPUT) {
        page->why = err->message;
        return PALPATE_OK;
    }
    if (status != PALPATE_OK)
        return status;
    page->place = place_of(reader, source);
    if (page->place.data == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for an address");
    page->claim = claim_of(reader, source, page->article.canonical, page->place);
    page->url = page->claim.size > 0 ? page->claim : page->place;
    judge_by_place(
            &page->article, page->place, source->is_file ? source->path : source->url);
    judge_page(page);
    if (page->entry.outcome == OUTCOME_INDEXED)
        describe_place(page, reader, source->is_file);
    return PALPATE_OK;
}
