#include "indexer/html/streamed.h"

#include "core/view.h"

enum {
    MAX_PARTS = 512,
    MAX_WITHIN = 40 /* parts in one another */
};

struct part {
    uint32_t place;  /* the template where it belongs */
    uint32_t rest;   /* the node after that and what is shown meanwhile */
    uint32_t source; /* the element that holds it, or TREE_NONE */
};

struct mover {
    const struct tree *tree;
    struct node *out;
    uint32_t count;
    uint32_t *number_now; /* of each node */
    uint16_t *depth;      /* of each node of `out` */
    uint16_t *placed_at;  /* 1 + the part that belongs in place of a node */
    uint16_t *held_by;    /* 1 + the part that an element holds */
    struct part *parts;
    uint32_t part_count;
    uint32_t placed;
    uint32_t within;
    bool is_odd;
};

static palpate_view id_of(const struct node *node)
{
    return node_attribute(node, PALPATE_VIEW("id"));
}

static bool is_place_letter(char letter)
{
    return letter == 'B' || letter == 'P';
}

/* "B:1a" or "P:1a" and "S:1a", all after the same prefix; "pl-0-1" and "0-1". */
static bool is_pair(palpate_view place, palpate_view source)
{
    size_t at = 0;

    if (source.size == 0)
        return false;
    if (view_starts_with(place, PALPATE_VIEW("pl-")))
        return view_equals(view_slice(place, 3, place.size), source);
    if (place.size != source.size)
        return false;
    while (at < place.size && place.data[at] == source.data[at])
        at++;
    return at + 2 < place.size && is_place_letter(place.data[at]) &&
           source.data[at] == 'S' &&
           view_equals(view_slice(place, at + 1, place.size),
                   view_slice(source, at + 1, source.size)) &&
           place.data[at + 1] == ':';
}

/* The node before which what is shown meanwhile ends. */
static uint32_t end_of_fallback(const struct tree *tree, uint32_t place)
{
    const struct stream_marks *marks = &tree->marks;
    palpate_view id = id_of(&tree->nodes[place]);
    uint32_t open = 1;

    for (size_t i = 0; i < marks->count; i++) {
        const struct stream_mark *mark = &marks->items[i];
        if (mark->node < tree->nodes[place].end)
            continue;
        if (view_equals(mark->text, id))
            return mark->node;
        open += view_starts_with(mark->text, PALPATE_VIEW("$"));
        open -= view_starts_with(mark->text, PALPATE_VIEW("/$"));
        if (open == 0)
            return mark->node;
    }
    return tree->nodes[place].end;
}

/* The sibling of a place that follows what is shown meanwhile. */
static uint32_t rest_after(const struct tree *tree, uint32_t place)
{
    const struct node *nodes = tree->nodes;
    palpate_view id = id_of(&nodes[place]);
    uint32_t rest = nodes[place].end;
    size_t letter = view_find(id, PALPATE_VIEW("P:"));
    /* A place inside of a part holds nothing meanwhile. */
    bool is_plain = letter < id.size && !view_starts_with(id, PALPATE_VIEW("pl-"));

    if (is_plain)
        return rest;
    uint32_t end = end_of_fallback(tree, place);
    while (rest < end && rest < nodes[nodes[place].parent].end)
        rest = nodes[rest].end;
    return rest;
}

static bool is_place(const struct node *node)
{
    palpate_view id = id_of(node);

    if (node->tag != HTML_template)
        return false;
    return view_starts_with(id, PALPATE_VIEW("pl-")) ||
           view_find(id, PALPATE_VIEW("B:")) < id.size ||
           view_find(id, PALPATE_VIEW("P:")) < id.size;
}

static void find_places(struct mover *mover)
{
    const struct tree *tree = mover->tree;

    for (uint32_t i = 1; i < tree->count && mover->part_count < MAX_PARTS; i++) {
        const struct node *node = &tree->nodes[i];
        if (!node->is_text && node->attributes != NULL && is_place(node))
            mover->parts[mover->part_count++] =
                    (struct part){ .place = i, .rest = rest_after(tree, i) };
    }
}

/* The first part without a source that an element may hold. */
static struct part *part_of(struct mover *mover, uint32_t element)
{
    const struct node *nodes = mover->tree->nodes;

    for (uint32_t i = 0; i < mover->part_count; i++) {
        struct part *part = &mover->parts[i];
        if (part->source == TREE_NONE && part->place != element &&
                is_pair(id_of(&nodes[part->place]), id_of(&nodes[element])))
            return part;
    }
    return NULL;
}

static void find_sources(struct mover *mover)
{
    const struct tree *tree = mover->tree;

    for (uint32_t i = 1; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        bool may_hold = !node->is_text && node->attributes != NULL &&
                        (node->tag == HTML_template ||
                                node_has_attribute(node, PALPATE_VIEW("hidden")));
        struct part *part = may_hold ? part_of(mover, i) : NULL;
        if (part != NULL)
            part->source = i;
    }
}

/* Leaves the parts that came, and notes them at their nodes. */
static void note_parts(struct mover *mover)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < mover->part_count; i++) {
        struct part part = mover->parts[i];
        if (part.source == TREE_NONE)
            continue;
        mover->parts[count++] = part;
        mover->placed_at[part.place] = (uint16_t)count;
        mover->held_by[part.source] = (uint16_t)count;
    }
    mover->part_count = count;
}

static void move_node(struct mover *mover, uint32_t number)
{
    const struct node *node = &mover->tree->nodes[number];
    uint32_t parent = mover->number_now[node->parent];
    uint32_t now = mover->count++;

    mover->out[now] = *node;
    mover->out[now].parent = parent;
    mover->out[now].end = now + 1;
    mover->number_now[number] = now;
    mover->depth[now] = (uint16_t)(mover->depth[parent] + 1);
    mover->is_odd |= mover->depth[now] > TREE_MAX_DEPTH;
}

/* Parts are in one another, as deep as MAX_WITHIN at most. */
static void move_nodes(struct mover *mover, uint32_t from,
        uint32_t end) /* NOLINT(misc-no-recursion) */
{
    const struct node *nodes = mover->tree->nodes;

    for (uint32_t i = from; i < end && !mover->is_odd;) {
        if (mover->placed_at[i] > 0) {
            const struct part *part = &mover->parts[mover->placed_at[i] - 1];
            mover->placed++;
            mover->is_odd |= ++mover->within > MAX_WITHIN;
            mover->number_now[part->source] = mover->number_now[nodes[i].parent];
            move_nodes(mover, part->source + 1, nodes[part->source].end);
            mover->within--;
            i = part->rest;
        } else if (mover->held_by[i] > 0) {
            i = nodes[i].end;
        } else {
            move_node(mover, i++);
        }
    }
}

static void close_nodes(struct node *nodes, uint32_t count)
{
    for (uint32_t i = count; i-- > 1;)
        if (nodes[nodes[i].parent].end < nodes[i].end)
            nodes[nodes[i].parent].end = nodes[i].end;
}

static bool make_room(struct mover *mover, struct arena *arena)
{
    size_t count = mover->tree->count;

    mover->out = arena_alloc(arena, count * sizeof *mover->out);
    mover->number_now = arena_zeroed(arena, count, sizeof *mover->number_now);
    mover->depth = arena_zeroed(arena, count, sizeof *mover->depth);
    mover->placed_at = arena_zeroed(arena, count, sizeof *mover->placed_at);
    mover->held_by = arena_zeroed(arena, count, sizeof *mover->held_by);
    return mover->out != NULL && mover->number_now != NULL && mover->depth != NULL &&
           mover->placed_at != NULL && mover->held_by != NULL;
}

bool streamed_place(struct tree *tree, struct arena *arena)
{
    struct mover mover = { .tree = tree, .count = 1 };

    /* The text of what is cut may belong anywhere. */
    if (tree->marks.count == 0 || tree->is_cut)
        return true;
    mover.parts = arena_alloc(arena, MAX_PARTS * sizeof *mover.parts);
    if (mover.parts == NULL)
        return false;
    find_places(&mover);
    find_sources(&mover);
    if (mover.part_count == 0)
        return true;
    if (!make_room(&mover, arena))
        return false;
    note_parts(&mover);
    mover.out[0] = tree->nodes[0];
    mover.out[0].end = 1;
    move_nodes(&mover, 1, tree->count);
    if (mover.part_count == 0 || mover.is_odd || mover.placed < mover.part_count)
        return true;
    close_nodes(mover.out, mover.count);
    mover.out[0].end = mover.count;
    tree->nodes = mover.out;
    tree->count = mover.count;
    return true;
}
