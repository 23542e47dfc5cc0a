#include "core/thesaurus_compile.h"

#include <stdlib.h>

#include "core/fail.h"
#include "core/thesaurus.h"
#include "core/varint.h"
#include "core/view.h"

/* One name of a concept leads to another one. */
struct lead {
    const struct thesaurus_entry *from;
    const struct thesaurus_entry *to;
    enum thesaurus_relation relation;
};

struct leads {
    struct lead *items;
    size_t count;
    size_t room;
};

static bool is_same_thing(const struct thesaurus_entry *entry)
{
    return entry->relation < RELATION_NARROWER || entry->relation == RELATION_FORM ||
           entry->relation == RELATION_PROFESSIONAL;
}

static bool is_head(const struct thesaurus_entry *entry)
{
    return view_equals(entry->key, entry->concept);
}

/* How `to` stands to `from`, two names of one concept; false where nothing follows:
   what is related to a thing need not be related to what is narrower than it. */
static bool relate(enum thesaurus_relation *relation,
        const struct thesaurus_entry *from, const struct thesaurus_entry *to)
{
    if (is_same_thing(from)) {
        *relation = to->relation;
        return true;
    }
    if (!is_head(to) && !is_same_thing(to))
        return false;
    *relation = from->relation == RELATION_NARROWER  ? RELATION_BROADER
                : from->relation == RELATION_BROADER ? RELATION_NARROWER
                                                     : RELATION_RELATED;
    return true;
}

static bool add_lead(struct leads *leads, struct arena *arena, struct lead lead)
{
    if (!arena_grow(arena, (void **)&leads->items, &leads->room, leads->count,
                sizeof *leads->items))
        return false;
    leads->items[leads->count++] = lead;
    return true;
}

/* A name is found by the stems of English, and by those of its own language. */
static bool lead_to(struct leads *leads, struct arena *arena, struct lead lead)
{
    struct thesaurus_entry *spoken = NULL;

    if (!add_lead(leads, arena, lead))
        return false;
    if (lead.from->spoken.size == 0)
        return true;
    spoken = arena_alloc(arena, sizeof *spoken);
    if (spoken == NULL)
        return false;
    *spoken = *lead.from;
    spoken->key = spoken->spoken;
    return add_lead(leads, arena, (struct lead){ spoken, lead.to, lead.relation });
}

static palpate_status lead_all(struct leads *leads, struct arena *arena,
        const struct thesaurus_entry *group, size_t count, palpate_error *err)
{
    if (count > THESAURUS_GROUP)
        count = THESAURUS_GROUP;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < count; k++) {
            struct lead lead = { &group[i], &group[k], RELATION_SYNONYM };
            if (view_equals(group[i].key, group[k].key) ||
                    !relate(&lead.relation, &group[i], &group[k]))
                continue;
            if (!lead_to(leads, arena, lead))
                return fail(err, PALPATE_NO_MEMORY, "out of memory for the thesaurus");
        }
    }
    return PALPATE_OK;
}

static int by_concept(const void *left, const void *right)
{
    const struct thesaurus_entry *a = left;
    const struct thesaurus_entry *b = right;
    int order = view_compare(a->concept, b->concept);

    /* The head first, then as the text goes: the order of the files must not matter. */
    if (order == 0)
        order = is_head(b) - is_head(a);
    if (order == 0)
        order = view_compare(a->key, b->key);
    if (order == 0)
        order = view_compare(a->spoken, b->spoken);
    if (order == 0)
        order = view_compare(a->text, b->text);
    return order == 0 ? (int)a->relation - (int)b->relation : order;
}

static int by_key(const void *left, const void *right)
{
    const struct lead *a = left;
    const struct lead *b = right;
    int order = view_compare(a->from->key, b->from->key);

    if (order == 0)
        order = (int)a->relation - (int)b->relation;
    if (order == 0)
        order = view_compare(a->to->key, b->to->key);
    return order == 0 ? view_compare(a->to->text, b->to->text) : order;
}

static bool is_listed(const struct lead *leads, size_t count, palpate_view key)
{
    for (size_t i = 0; i < count; i++)
        if (view_equals(leads[i].to->key, key))
            return true;
    return false;
}

/* Gives the leads that share a key to the sink, each other name once. */
static palpate_status emit(const struct lead *leads, size_t count, thesaurus_sink *sink,
        void *user, palpate_error *err)
{
    struct buffer value = { 0 };

    for (size_t i = 0; i < count; i++) {
        const struct lead *lead = &leads[i];
        if (is_listed(leads, i, lead->to->key))
            continue;
        buffer_append_byte(&value, (char)lead->relation);
        buffer_append_byte(
                &value, (char)((lead->from->is_ambiguous ? THESAURUS_AMBIGUOUS : 0) |
                                (lead->to->is_ambiguous ? THESAURUS_SHORT_FORM : 0)));
        varint_append_view(&value, lead->to->text);
        varint_append_view(
                &value, is_head(lead->to) ? lead->from->source : lead->to->source);
    }
    palpate_status status =
            value.failed
                    ? fail(err, PALPATE_NO_MEMORY, "out of memory for the thesaurus")
                    : sink(user, leads->from->key, buffer_view(&value), err);
    buffer_free(&value);
    return status;
}

static palpate_status emit_all(
        const struct leads *leads, thesaurus_sink *sink, void *user, palpate_error *err)
{
    palpate_status status = PALPATE_OK;
    size_t start = 0;

    for (size_t i = 1; status == PALPATE_OK && i <= leads->count; i++) {
        if (i < leads->count &&
                view_equals(leads->items[i].from->key, leads->items[start].from->key))
            continue;
        status = emit(&leads->items[start], i - start, sink, user, err);
        start = i;
    }
    return status;
}

/* A head stands in each of its lines; one of them is enough. */
static void drop_repetitions(struct thesaurus_entries *entries)
{
    size_t kept = 0;

    for (size_t i = 0; i < entries->count; i++) {
        const struct thesaurus_entry *entry = &entries->items[i];
        const struct thesaurus_entry *last =
                kept == 0 ? NULL : &entries->items[kept - 1];
        if (last == NULL || !view_equals(last->concept, entry->concept) ||
                !view_equals(last->key, entry->key) ||
                !view_equals(last->spoken, entry->spoken))
            entries->items[kept++] = *entry;
    }
    entries->count = kept;
}

static int by_name(const void *left, const void *right)
{
    const struct thesaurus_entry *a = left;
    const struct thesaurus_entry *b = right;
    int order = view_compare(a->key, b->key);

    return order == 0 ? view_compare(a->concept, b->concept) : order;
}

/* A short form of several concepts is ambiguous, whatever each file says of it. */
static void mark_shared(struct thesaurus_entries *entries)
{
    enum { SHORT = 4 };
    size_t start = 0;

    qsort(entries->items, entries->count, sizeof *entries->items, by_name);
    for (size_t i = 1; i <= entries->count; i++) {
        struct thesaurus_entry *first = &entries->items[start];
        if (i < entries->count && view_equals(entries->items[i].key, first->key))
            continue;
        bool is_shared = first->key.size <= SHORT &&
                         !view_equals(first->concept, entries->items[i - 1].concept);
        for (; start < i; start++)
            entries->items[start].is_ambiguous |= is_shared;
    }
}

static palpate_status lead_groups(struct leads *leads, struct arena *arena,
        const struct thesaurus_entries *entries, palpate_error *err)
{
    palpate_status status = PALPATE_OK;
    size_t start = 0;

    for (size_t i = 1; status == PALPATE_OK && i <= entries->count; i++) {
        if (i < entries->count &&
                view_equals(entries->items[i].concept, entries->items[start].concept))
            continue;
        status = lead_all(leads, arena, &entries->items[start], i - start, err);
        start = i;
    }
    return status;
}

palpate_status thesaurus_compile(const struct thesaurus_file *files, size_t count,
        struct analyzer *analyzer, thesaurus_sink *sink, void *user, palpate_error *err)
{
    struct arena arena = { 0 };
    struct thesaurus_entries entries = { 0 };
    struct leads leads = { 0 };
    palpate_status status = PALPATE_OK;

    for (size_t i = 0; status == PALPATE_OK && i < count; i++)
        status = thesaurus_read(&entries, &arena, &files[i], analyzer, err);
    if (status == PALPATE_OK && entries.count > 0) {
        mark_shared(&entries);
        qsort(entries.items, entries.count, sizeof *entries.items, by_concept);
        drop_repetitions(&entries);
        status = lead_groups(&leads, &arena, &entries, err);
    }
    if (status == PALPATE_OK && leads.count > 0) {
        qsort(leads.items, leads.count, sizeof *leads.items, by_key);
        status = emit_all(&leads, sink, user, err);
    }
    arena_free(&arena);
    return status;
}
