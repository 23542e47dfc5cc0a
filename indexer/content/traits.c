#include "indexer/content/traits.h"

#include "indexer/content/claims.h"
#include "indexer/content/evidence.h"

/* Shortens calls: where the numbers go. */
struct reader {
    struct traits *out;
    const struct context *context;
    const struct landscape *land;
    const struct block *block;
    const struct place *place;
    uint32_t number;
};

static void put(const struct reader *reader, enum trait trait, int64_t value)
{
    int64_t low = value > TRAIT_NOTHING ? value : TRAIT_NOTHING + 1;

    reader->out->of[trait] = (int16_t)(low < INT16_MAX ? low : INT16_MAX);
}

static void put_share(
        const struct reader *reader, enum trait trait, uint64_t part, uint64_t whole)
{
    put(reader, trait, whole == 0 ? 0 : (int64_t)(part * 100 / whole));
}

static void put_score(const struct reader *reader, enum trait trait, float score)
{
    enum { SCALE = 100 };

    put(reader, trait, (int64_t)(score * SCALE));
}

static void read_text(const struct reader *reader)
{
    const struct block *block = reader->block;
    const struct wording *w = &reader->land->wording[reader->number];
    bool ends_sentence = w->last == '.' || w->last == '!';

    put(reader, TRAIT_WORDS, w->words);
    put_share(reader, TRAIT_LINKS, block->links, block->text.size);
    put_share(reader, TRAIT_CAPITALS, w->upper, w->letters);
    put_share(reader, TRAIT_CAPITALIZED, w->capital, w->words);
    put_share(reader, TRAIT_FUNCTION, w->function, w->words);
    put(reader, TRAIT_SENTENCES, w->sentences);
    put(reader, TRAIT_ENDING,
            ends_sentence    ? 1
            : w->last == ':' ? 2
            : w->last == '?' ? 3
                             : 0);
    put(reader, TRAIT_KIND, block->kind);
    put(reader, TRAIT_LEVEL, block->level);
    put(reader, TRAIT_SORT, context_sort(reader->land, reader->number));
}

static uint32_t length_of(const struct mass *mass)
{
    return mass->words / (mass->blocks > 0 ? mass->blocks : 1);
}

static void read_boxes(const struct reader *reader)
{
    const struct place *places = reader->land->places;
    const struct node *nodes = reader->land->tree->nodes;
    uint32_t above = nodes[reader->block->owner].parent;
    const struct mass *parent = &places[above].mass;
    above = nodes[above].parent;
    const struct mass *grand = &places[above].mass;
    above = nodes[above].parent;
    const struct mass *great = &places[above].mass;
    const struct mass *group = &places[reader->place->group].mass;
    const struct mass *section =
            &places[landscape_section(reader->land, reader->place->group)].mass;

    put_share(reader, TRAIT_PARENT_LINKS, parent->links, parent->text);
    put(reader, TRAIT_PARENT_WORDS, parent->words);
    put_share(reader, TRAIT_GRAND_LINKS, grand->links, grand->text);
    put_share(reader, TRAIT_GREAT_LINKS, great->links, great->text);
    put(reader, TRAIT_GREAT_WORDS, great->words);
    put(reader, TRAIT_GREAT_LENGTH, length_of(great));
    put(reader, TRAIT_GROUP_WORDS, group->words);
    put_share(reader, TRAIT_GROUP_LINKS, group->links, group->text);
    put(reader, TRAIT_GROUP_LENGTH, length_of(group));
    put_share(reader, TRAIT_SECTION_LINKS, section->links, section->text);
    put(reader, TRAIT_SECTION_LENGTH, length_of(section));
    put_share(reader, TRAIT_SECTION_PROSE, section->prose, section->words);
}

static void put_prose_of(const struct reader *reader, enum trait trait, uint32_t node)
{
    const struct place *places = reader->land->places;

    if (node == TREE_NONE)
        put(reader, trait, -1);
    else
        put_share(reader, trait, places[node].mass.prose, places[0].mass.prose);
}

static void read_place(const struct reader *reader)
{
    const struct place *place = reader->place;
    const struct tree *tree = reader->land->tree;
    const struct mass *branch = &reader->land->places[place->branch].mass;
    uint32_t siblings = evidence_siblings(tree, place->group);
    uint32_t brothers = evidence_siblings(tree, place->branch);

    put(reader, TRAIT_BRANCH_WORDS, branch->words);
    put_share(reader, TRAIT_BRANCH_LINKS, branch->links, branch->text);
    put(reader, TRAIT_BRANCH_LENGTH, length_of(branch));
    put_prose_of(reader, TRAIT_BRANCH_PROSE, place->branch);
    put(reader, TRAIT_BRANCH_BLOCKS, branch->blocks);
    put_prose_of(reader, TRAIT_MAIN_PROSE, place->main);
    put_prose_of(reader, TRAIT_ARTICLE_PROSE, place->article);
    put(reader, TRAIT_MAIN_PART_DISTANCE, place->distance);
    put(reader, TRAIT_MAIN_PART_DEPTH, place->depth);
    put(reader, TRAIT_SIBLINGS, siblings > brothers ? siblings : brothers);
}

static void read_same_names(const struct reader *reader)
{
    static const struct same_names NONE = { .blocks = 0 };
    const struct landscape *land = reader->land;
    uint32_t row = land->names_row[reader->number];
    const struct same_names *same =
            row == SAME_NAMES_NONE ? &NONE : &land->same_names[row];
    const struct mass *page = &land->places[0].mass;

    put(reader, TRAIT_SAME_NAMES_BLOCKS, same->blocks);
    put_share(reader, TRAIT_SAME_NAMES_WORDS, same->words, page->words);
    put_share(reader, TRAIT_SAME_NAMES_PROSE, same->prose, page->prose);
    put_share(reader, TRAIT_SAME_NAMES_LINKS, same->links, same->text);
}

static void read_position(const struct reader *reader)
{
    const struct landscape *land = reader->land;
    const struct past *past = &reader->context->past[reader->number];
    int64_t number = reader->number;
    uint32_t count = land->blocks->count;
    bool has_heading = past->heading < count;

    put(reader, TRAIT_AFTER_H1, land->h1 < count ? number - land->h1 : TRAIT_NOTHING);
    put(reader, TRAIT_AFTER_MAIN_PART_FIRST, number - land->main_part_first);
    put(reader, TRAIT_AFTER_MAIN_PART_LAST, number - land->main_part_last);
    put_share(reader, TRAIT_WORDS_BEFORE, past->words, land->places[0].mass.words);
    put_share(reader, TRAIT_PROSE_BEFORE, past->prose, land->places[0].mass.prose);
    put(reader, TRAIT_HEADING_DISTANCE, has_heading ? number - past->heading : -1);
    put(reader, TRAIT_HEADING_LEVEL,
            has_heading ? land->blocks->items[past->heading].level : 0);
}

static void read_region(const struct reader *reader)
{
    const struct regions *regions = &reader->land->regions;
    const struct region *best = &regions->items[regions->best];
    int64_t number = reader->number;
    bool has_rival = regions->rival < regions->count;

    put(reader, TRAIT_AFTER_TITLE,
            regions->title < reader->land->blocks->count ? number - regions->title
                                                         : TRAIT_NOTHING);
    put(reader, TRAIT_INSIDE, reader->land->inside[number]);
    put(reader, TRAIT_REGION_FIRST, regions->count > 0 ? number - best->first : 0);
    put(reader, TRAIT_REGION_LAST, regions->count > 0 ? number - best->end : 0);
    put_score(reader, TRAIT_REGION_CHANCE, regions->count > 0 ? best->chance : 0);
    put_score(reader, TRAIT_RIVAL_CHANCE,
            has_rival ? regions->items[regions->rival].chance : 0);
}

static void read_page(const struct reader *reader)
{
    const struct landscape *land = reader->land;
    const struct mass *page = &land->places[0].mass;

    put_share(reader, TRAIT_PAGE_PROSE_SHARE, page->prose, page->words);
    put_share(reader, TRAIT_PAGE_LINKS, page->links, page->text);
    put_share(reader, TRAIT_PAGE_MAIN_PART, land->places[land->main_part].mass.prose,
            page->prose);
    put(reader, TRAIT_PAGE_CLAIMS, land->claims & CLAIMS_WEIGHED);
    put(reader, TRAIT_PAGE_ARTICLES, land->articles);
}

static void put_own(const struct reader *reader, enum trait trait, int64_t number)
{
    if (number < 0 || number >= reader->land->blocks->count)
        reader->out->of[trait] = TRAIT_NOTHING;
    else
        put_score(reader, trait, reader->context->own[number]);
}

static void put_mean(
        const struct reader *reader, enum trait trait, const struct tally *tally)
{
    float mean = 0;

    if (tally != NULL && context_mean(reader->context, tally, reader->number, &mean))
        put_score(reader, trait, mean);
    else
        reader->out->of[trait] = TRAIT_NOTHING;
}

static void read_neighbours(const struct reader *reader)
{
    const struct context *context = reader->context;
    int64_t number = reader->number;
    uint32_t row = reader->land->names_row[number];
    float mean = 0;

    put_own(reader, TRAIT_OWN, number);
    put_own(reader, TRAIT_PREVIOUS, number - 1);
    put_own(reader, TRAIT_PREVIOUS_BUT_ONE, number - 2);
    put_own(reader, TRAIT_NEXT, number + 1);
    put_own(reader, TRAIT_NEXT_BUT_ONE, number + 2);
    put_own(reader, TRAIT_HEADING, context->past[number].heading);
    put_mean(reader, TRAIT_GROUP, &context->groups[reader->place->group]);
    put_mean(reader, TRAIT_BRANCH, &context->branches[reader->place->branch]);
    put_mean(reader, TRAIT_SAME_NAMES,
            row == SAME_NAMES_NONE ? NULL : &context->same_names[row]);
    reader->out->of[TRAIT_WINDOW] = TRAIT_NOTHING;
    if (context_window(context, reader->number, &mean))
        put_score(reader, TRAIT_WINDOW, mean);
}

static void read_likely(const struct reader *reader)
{
    const struct context *context = reader->context;
    uint32_t count = reader->land->blocks->count;
    float whole = context->past[count].likely;
    float least = whole > 1 ? whole : 1;
    bool is_sure = context->sure_first < count;
    int64_t number = reader->number;

    put(reader, TRAIT_LIKELY_WORDS, (int64_t)whole);
    put_score(reader, TRAIT_LIKELY_PROSE, context->likely_prose / least);
    put_score(reader, TRAIT_LIKELY_BEFORE, context->past[number].likely / least);
    put(reader, TRAIT_SURE_FIRST,
            is_sure ? number - context->sure_first : TRAIT_NOTHING);
    put(reader, TRAIT_SURE_LAST, is_sure ? number - context->sure_last : TRAIT_NOTHING);
}

void traits_read(struct traits *out, const struct context *context, uint32_t number)
{
    const struct landscape *land = context->land;
    const struct block *block = &land->blocks->items[number];
    const struct reader reader = { .out = out,
        .context = context,
        .land = land,
        .block = block,
        .place = &land->places[block->owner],
        .number = number };

    read_text(&reader);
    read_boxes(&reader);
    read_place(&reader);
    read_same_names(&reader);
    read_position(&reader);
    read_region(&reader);
    read_page(&reader);
    read_neighbours(&reader);
    read_likely(&reader);
}
