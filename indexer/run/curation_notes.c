#include "indexer/run/curation_notes.h"

#include <stdio.h>

#include "core/address.h"
#include "core/curation.h"
#include "core/digest.h"
#include "core/fail.h"
#include "core/index_shards.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"

/* An index that was written, and what is asked of it. */
struct check {
    struct run *run;
    xc_database *database;
    palpate_view base;
    palpate_error *err;
};

static palpate_status has_page(
        bool *has, const struct check *check, palpate_view address)
{
    char bytes[ARTICLE_TERM_SIZE];
    palpate_view term = schema_article_term(bytes, hash_of(address));
    uint32_t documents = 0;
    xc_error reason;

    if (xc_database_frequency(&documents, NULL, check->database,
                (xc_bytes){ term.data, term.size }, &reason) != XC_OK)
        return shim_failure(&reason, check->err);
    *has = documents > 0;
    return PALPATE_OK;
}

/* Whether the address of a pinned page is one of this site. */
static bool is_of_site(const struct check *check, palpate_view url)
{
    char own[ADDRESS_SITE];
    char other[ADDRESS_SITE];

    return view_starts_with(url, PALPATE_VIEW("/")) ||
           view_equals(address_site(check->base, own), address_site(url, other));
}

static palpate_status check_rule(
        const struct check *check, const struct curation_rule *rule)
{
    struct buffer address = { 0 };
    palpate_status status = PALPATE_OK;
    bool has = false;
    char note[512];

    for (unsigned place = 0;
            status == PALPATE_OK && !has &&
            curation_append_address(&address, check->base, rule->value, place);
            place++) {
        status = address.failed ? fail(check->err, PALPATE_NO_MEMORY,
                                          "out of memory for an address")
                                : has_page(&has, check, buffer_view(&address));
        buffer_clear(&address);
    }
    buffer_free(&address);
    if (status != PALPATE_OK || has)
        return status;
    (void)snprintf(note, sizeof note,
            "no page of the index has the address %.*s, which is pinned for \"%.*s\": "
            "it "
            "is shown as a link",
            (int)(rule->value.size < 200 ? rule->value.size : 200), rule->value.data,
            (int)(rule->question.size < 100 ? rule->question.size : 100),
            rule->question.data);
    run_note(check->run, note);
    return PALPATE_OK;
}

static palpate_status check_rules(
        const struct check *check, const struct curation *curation)
{
    palpate_status status = PALPATE_OK;

    for (size_t i = 0; status == PALPATE_OK && i < curation->count; i++) {
        const struct curation_rule *rule = &curation->rules[i];
        if (rule->verb == CURATION_PIN && is_of_site(check, rule->value))
            status = check_rule(check, rule);
    }
    return status;
}

static palpate_status open_live(struct check *check)
{
    struct index_folder folder;
    palpate_status status =
            index_folder_read(&folder, check->run->generation.root, check->err);

    return status == PALPATE_OK ? index_shards_open(&check->database, folder.database,
                                          folder.shards, check->err)
                                : status;
}

void curation_notes(struct run *run)
{
    palpate_error err = { PALPATE_OK, "" };
    struct check check = { .run = run, .err = &err };
    struct analyzer *analyzer = NULL;
    struct arena arena = { 0 };
    struct curation curation = { .count = 0 };

    if (run->curation.size == 0 || run->options->dry_run)
        return;
    check.base = view_of(run->options->base_url);
    if (check.base.size == 0)
        check.base = view_of(run->base_url);
    palpate_status status = analyzer_open(&analyzer, &err);
    if (status == PALPATE_OK)
        status = curation_read(&curation, &arena, view_of(run->options->curation),
                buffer_view(&run->curation), analyzer, &err);
    if (status == PALPATE_OK)
        status = open_live(&check);
    if (status == PALPATE_OK)
        (void)check_rules(&check, &curation);
    xc_database_close(check.database);
    arena_free(&arena);
    analyzer_close(analyzer);
}
