#include "core/gzip_stream.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "core/fail.h"
#include "core/file.h"
#include "core/view.h"

enum {
    ROOM = 4 * GZIP_STREAM_PEEK,
    /* Compressed bytes that are kept after the place: zlib sees a damage late. */
    KEPT = GZIP_STREAM_PEEK,
    MAX_START = 1024, /* compressed bytes in which a member shows its start */
    GZIP_FORMAT = 16
};

struct gzip_stream {
    int file;
    bool is_standard_input;
    bool is_gzip;
    bool is_regular;
    bool is_over;     /* the file has no more bytes */
    bool is_trailing; /* the damage stands after a whole member */
    bool is_member_over;
    char damage[96]; /* or empty */
    uint64_t start;  /* of the bytes that are read, in the file */

    /* Bytes of the file; used where it is gzip. */
    char in[ROOM];
    size_t in_from;
    size_t in_to;
    uint64_t in_offset; /* of in[0] */
    uint64_t member;    /* offset of the member at hand */
    uint64_t floor;     /* offset before which no other member can start */
    uint64_t searched;  /* offset up to which members were searched for again */
    z_stream inflater;
    bool has_inflater;

    /* Bytes of the member. */
    char out[ROOM];
    size_t out_from;
    size_t out_to;
    uint64_t out_offset; /* of out[0] */
};

static void set_damage(struct gzip_stream *stream, const char *what)
{
    (void)snprintf(stream->damage, sizeof stream->damage, "%s", what);
}

/* Reads into `room`; 0 at the end and after a failure. */
static size_t read_some(struct gzip_stream *stream, char *to, size_t room)
{
    ssize_t got = stream->is_over ? 0 : read(stream->file, to, room);

    if (got < 0) {
        char what[sizeof stream->damage];
        (void)snprintf(what, sizeof what, "cannot read further: %s", strerror(errno));
        set_damage(stream, what);
    }
    stream->is_over |= got <= 0;
    return got > 0 ? (size_t)got : 0;
}

/* Reads more of the file after what there is, and keeps what stands a little before
   the place.  False at the end. */
static bool refill(struct gzip_stream *stream)
{
    size_t gone = stream->in_from > KEPT ? stream->in_from - KEPT : 0;

    if (stream->in_to == ROOM && gone > 0) {
        memmove(stream->in, stream->in + gone, stream->in_to - gone);
        stream->in_offset += gone;
        stream->in_from -= gone;
        stream->in_to -= gone;
    }
    assert(stream->in_to < ROOM); /* nobody asks for so much at once */
    size_t got = read_some(stream, stream->in + stream->in_to, ROOM - stream->in_to);
    stream->in_to += got;
    return got > 0;
}

static bool is_start(palpate_view bytes)
{
    return view_starts_with(bytes, PALPATE_VIEW("\x1F\x8B\x08"));
}

/* The bytes of the file from the place on: at least `least`, if there are. */
static palpate_view bytes_ahead(struct gzip_stream *stream, size_t least)
{
    while (stream->in_to - stream->in_from < least && refill(stream))
        continue;
    return (palpate_view){ stream->in + stream->in_from,
        stream->in_to - stream->in_from };
}

static void begin_member(struct gzip_stream *stream)
{
    (void)inflateReset(&stream->inflater);
    stream->member = stream->in_offset + stream->in_from;
    stream->floor = stream->member + 1;
    stream->is_member_over = false;
    stream->is_trailing = false;
    stream->damage[0] = '\0';
    stream->out_from = stream->out_to = 0;
    stream->out_offset = 0;
}

/* Inflates up to `most` bytes of the file into up to `room` bytes after what there is;
   how many the file gave. */
static size_t inflate_some(struct gzip_stream *stream, size_t most, size_t room)
{
    z_stream *inflater = &stream->inflater;

    inflater->next_in = (Bytef *)stream->in + stream->in_from;
    inflater->avail_in = (uInt)most;
    inflater->next_out = (Bytef *)stream->out + stream->out_to;
    inflater->avail_out = (uInt)room;
    int result = inflate(inflater, Z_NO_FLUSH);
    stream->out_to += room - inflater->avail_out;
    size_t used = most - inflater->avail_in;
    stream->in_from += used;
    if (result == Z_STREAM_END) {
        stream->is_member_over = true;
        stream->floor = stream->in_offset + stream->in_from;
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
        set_damage(stream, result == Z_MEM_ERROR ? "out of memory while inflating"
                                                 : "the compressed data is damaged");
    }
    return used;
}

/* Brings more bytes of the member, or finds its end or a damage. */
static void inflate_more(struct gzip_stream *stream)
{
    size_t had = 0;

    memmove(stream->out, stream->out + stream->out_from,
            stream->out_to - stream->out_from);
    stream->out_offset += stream->out_from;
    stream->out_to -= stream->out_from;
    stream->out_from = 0;
    had = stream->out_to;
    if (!stream->is_gzip) {
        stream->out_to += read_some(stream, stream->out + had, ROOM - had);
        stream->is_member_over = stream->out_to == had;
        return;
    }
    while (stream->out_to == had && !stream->is_member_over &&
            stream->damage[0] == '\0') {
        size_t most = bytes_ahead(stream, 1).size;
        size_t used = inflate_some(stream, most, ROOM - had);
        if (most == 0 && used == 0 && stream->out_to == had &&
                !stream->is_member_over && stream->damage[0] == '\0')
            set_damage(stream, "the compressed data is cut short");
    }
}

/* Finds out what the file is. */
static palpate_status detect_format(struct gzip_stream *stream, palpate_error *err)
{
    struct stat status;
    palpate_view bytes = bytes_ahead(stream, 3);

    if (stream->damage[0] != '\0')
        return fail(err, PALPATE_BAD_INPUT, "%s", stream->damage);
    stream->is_regular = fstat(stream->file, &status) == 0 && S_ISREG(status.st_mode);
    stream->is_gzip = is_start(bytes);
    if (!stream->is_gzip) {
        memcpy(stream->out, bytes.data, bytes.size);
        stream->out_to = bytes.size;
        return PALPATE_OK;
    }
    if (inflateInit2(&stream->inflater, MAX_WBITS + GZIP_FORMAT) != Z_OK)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a stream");
    stream->has_inflater = true;
    begin_member(stream);
    return PALPATE_OK;
}

palpate_status gzip_stream_open(
        struct gzip_stream **out, const char *path, palpate_error *err)
{
    struct gzip_stream *stream = calloc(1, sizeof *stream);

    *out = NULL;
    if (stream == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a stream");
    stream->is_standard_input = path == NULL;
    stream->file = STDIN_FILENO;
    palpate_status status =
            path == NULL ? PALPATE_OK : file_open(&stream->file, path, err);
    if (status == PALPATE_OK) {
        off_t place = lseek(stream->file, 0, SEEK_CUR);
        stream->start = place < 0 ? 0 : (uint64_t)place;
        status = detect_format(stream, err);
    }
    if (status != PALPATE_OK) {
        gzip_stream_close(stream);
        return status;
    }
    *out = stream;
    return PALPATE_OK;
}

void gzip_stream_close(struct gzip_stream *stream)
{
    if (stream == NULL)
        return;
    if (stream->has_inflater)
        (void)inflateEnd(&stream->inflater);
    if (!stream->is_standard_input && stream->file >= 0)
        (void)close(stream->file);
    free(stream);
}

palpate_view gzip_stream_peek(struct gzip_stream *stream, size_t least)
{
    assert(least <= GZIP_STREAM_PEEK);
    while (stream->out_to - stream->out_from < least && !stream->is_member_over &&
            stream->damage[0] == '\0')
        inflate_more(stream);
    return (palpate_view){ stream->out + stream->out_from,
        stream->out_to - stream->out_from };
}

void gzip_stream_skip(struct gzip_stream *stream, size_t size)
{
    assert(size <= stream->out_to - stream->out_from);
    stream->out_from += size;
}

bool gzip_stream_go_on(struct gzip_stream *stream)
{
    if (!stream->is_gzip || stream->damage[0] != '\0')
        return false;
    assert(stream->is_member_over && stream->out_from == stream->out_to);
    /* Zeros fill the last block of what was written to a tape. */
    while (bytes_ahead(stream, 1).size > 0 && stream->in[stream->in_from] == '\0')
        stream->in_from++;
    palpate_view next = bytes_ahead(stream, 3);
    if (is_start(next)) {
        begin_member(stream);
        return true;
    }
    if (next.size > 0 && stream->damage[0] == '\0') {
        set_damage(stream, "what follows is not compressed data");
        stream->is_trailing = true;
        stream->member = stream->in_offset + stream->in_from;
        stream->out_offset = 0;
        stream->out_from = stream->out_to = 0;
    }
    return false;
}

const char *gzip_stream_damage(const struct gzip_stream *stream)
{
    return stream->damage[0] == '\0' ? NULL : stream->damage;
}

bool gzip_stream_is_trailing(const struct gzip_stream *stream)
{
    return stream->is_trailing;
}

/* Whether a member that starts with `start` is at the place.  If so it is the one at
   hand. */
static bool take_member(struct gzip_stream *stream, palpate_view start)
{
    palpate_view bytes = bytes_ahead(stream, MAX_START);
    size_t most = bytes.size < MAX_START ? bytes.size : MAX_START;

    begin_member(stream);
    while (most > 0 && stream->out_to < start.size && !stream->is_member_over &&
            stream->damage[0] == '\0') {
        size_t used = inflate_some(stream, most, start.size - stream->out_to);
        most = used == 0 ? 0 : most - used;
    }
    return view_equals(start, (palpate_view){ stream->out, stream->out_to });
}

/* Goes back to where the damage may have begun: no farther than what was read since the
   last time, so that going back again and again does not take for ever. */
static void go_back(struct gzip_stream *stream)
{
    uint64_t here = stream->in_offset + stream->in_from;
    uint64_t place = here > KEPT ? here - KEPT : 0;
    uint64_t bounds[] = { stream->floor, stream->searched, stream->in_offset };

    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++)
        place = place < bounds[i] ? bounds[i] : place;
    if (here > stream->searched)
        stream->searched = here;
    if (place < here)
        stream->in_from = (size_t)(place - stream->in_offset);
}

bool gzip_stream_recover(struct gzip_stream *stream, palpate_view start)
{
    if (!stream->is_gzip)
        return false;
    go_back(stream);
    for (;;) {
        palpate_view bytes = bytes_ahead(stream, 3);
        if (bytes.size < 3)
            break;
        size_t place = view_find(bytes, PALPATE_VIEW("\x1F\x8B\x08"));
        bool is_found = place < bytes.size;
        /* The last two bytes may be the first of a start. */
        stream->in_from += is_found ? place : bytes.size - 2;
        if (!is_found)
            continue;
        uint64_t candidate = stream->in_offset + stream->in_from;
        if (take_member(stream, start))
            return true;
        stream->in_from = (size_t)(candidate + 1 - stream->in_offset);
    }
    if (stream->damage[0] == '\0')
        set_damage(stream, "no further member was found");
    return false;
}

bool gzip_stream_is_below(const struct gzip_stream *stream, palpate_view folder)
{
    return file_is_below(stream->file, folder);
}

struct gzip_place gzip_stream_place(const struct gzip_stream *stream)
{
    uint64_t place = stream->out_offset + stream->out_from;

    return stream->is_gzip ? (struct gzip_place){ stream->member, place }
                           : (struct gzip_place){ place, 0 };
}

bool gzip_stream_can_look(const struct gzip_stream *stream)
{
    return stream->is_regular && !stream->is_gzip;
}

bool gzip_stream_look(
        const struct gzip_stream *stream, uint64_t ahead, char *bytes, size_t *size)
{
    struct stat status;
    uint64_t place = stream->start + stream->out_offset + stream->out_from;
    size_t got = 0;

    if (fstat(stream->file, &status) != 0 || (uint64_t)status.st_size < place ||
            (uint64_t)status.st_size - place < ahead)
        return false;
    while (got < *size) {
        ssize_t more = pread(
                stream->file, bytes + got, *size - got, (off_t)(place + ahead + got));
        if (more <= 0)
            break;
        got += (size_t)more;
    }
    *size = got;
    return true;
}
