#include "indexer/source/xml_scan.h"

#include "core/ascii.h"
#include "core/view.h"

static palpate_view rest_of(const struct xml_scan *scan)
{
    return view_slice(scan->text, scan->at, scan->text.size);
}

/* Goes after the next `end`; what comes before it. */
static palpate_view take_until(struct xml_scan *scan, palpate_view end)
{
    palpate_view rest = rest_of(scan);
    size_t size = view_find(rest, end);

    scan->is_cut |= size == rest.size;
    scan->at += size == rest.size ? size : size + end.size;
    return view_slice(rest, 0, size);
}

/* Goes after the ">" of a tag, which does not stand in the value of an attribute. */
static palpate_view take_tag(struct xml_scan *scan)
{
    palpate_view rest = rest_of(scan);
    char quote = '\0';

    for (size_t i = 0; i < rest.size; i++) {
        char byte = rest.data[i];
        if (quote != '\0') {
            if (byte == quote)
                quote = '\0';
        } else if (byte == '"' || byte == '\'') {
            quote = byte;
        } else if (byte == '>') {
            scan->at += i + 1;
            return view_slice(rest, 0, i);
        }
    }
    scan->is_cut = true;
    scan->at = scan->text.size;
    return rest;
}

static void name_tag(struct xml_scan *scan, palpate_view tag)
{
    size_t size = 0;

    while (size < tag.size && !ascii_is_space(tag.data[size]) && tag.data[size] != '/')
        size++;
    tag = view_slice(tag, 0, size);
    size_t colon = view_find(tag, PALPATE_VIEW(":"));
    bool has_prefix = colon < tag.size;
    scan->prefix = view_slice(tag, 0, has_prefix ? colon : 0);
    scan->name = has_prefix ? view_slice(tag, colon + 1, tag.size) : tag;
}

/* The declaration of a type may have declarations of its own in brackets. */
static void pass_declaration(struct xml_scan *scan)
{
    palpate_view rest = rest_of(scan);

    if (view_find(rest, PALPATE_VIEW("[")) < view_find(rest, PALPATE_VIEW(">")))
        (void)take_until(scan, PALPATE_VIEW("]"));
    (void)take_until(scan, PALPATE_VIEW(">"));
}

/* Takes what starts with "<"; false where it is nothing to be given. */
static bool take_markup(struct xml_scan *scan)
{
    static const palpate_view COMMENT = PALPATE_VIEW_INIT("<!--");
    static const palpate_view SECTION = PALPATE_VIEW_INIT("<![CDATA[");
    palpate_view rest = rest_of(scan);

    if (view_starts_with(rest, COMMENT)) {
        scan->at += COMMENT.size;
        (void)take_until(scan, PALPATE_VIEW("-->"));
        return false;
    }
    if (view_starts_with(rest, SECTION)) {
        scan->at += SECTION.size;
        scan->kind = XML_PLAIN;
        scan->value = take_until(scan, PALPATE_VIEW("]]>"));
        return true;
    }
    if (view_starts_with(rest, PALPATE_VIEW("<?"))) {
        (void)take_until(scan, PALPATE_VIEW("?>"));
        return false;
    }
    if (view_starts_with(rest, PALPATE_VIEW("<!"))) {
        pass_declaration(scan);
        return false;
    }
    bool is_stop = view_starts_with(rest, PALPATE_VIEW("</"));
    scan->at += is_stop ? 2 : 1;
    palpate_view tag = take_tag(scan);
    scan->kind = is_stop ? XML_STOP : XML_START;
    scan->is_empty = !is_stop && view_ends_with(tag, PALPATE_VIEW("/"));
    name_tag(scan, tag);
    return true;
}

bool xml_next(struct xml_scan *scan)
{
    if (scan->kind == XML_START && scan->is_empty) {
        scan->kind = XML_STOP;
        scan->is_empty = false;
        return true;
    }
    while (scan->at < scan->text.size) {
        palpate_view rest = rest_of(scan);
        if (view_starts_with(rest, PALPATE_VIEW("<"))) {
            if (take_markup(scan))
                return true;
            continue;
        }
        scan->kind = XML_TEXT;
        scan->value = view_slice(rest, 0, view_find(rest, PALPATE_VIEW("<")));
        scan->at += scan->value.size;
        return true;
    }
    scan->kind = XML_OVER;
    return false;
}
