// Terms that each add to the weight of a document, read together.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>
#include <xapian.h>

#include "shim/deadline.hpp"

namespace xc {

// Weighs as an OR of the terms does.  An OR is a tree of pairs, and what it finds goes
// up from branch to branch; where most postings have to be read anyway it is faster to
// read them term by term and add their weights up, for a window of documents at a time.
//
// As in MaxScore (Turtle and Flood, Query evaluation: strategies and optimizations,
// 1995), terms that are too light together for a document to be wanted are only looked
// up where it has others.  Weights are added in one order always, the heaviest terms
// first, so that documents with the same postings weigh the same to the last bit.
class impact_sum : public Xapian::PostingSource {
  public:
    struct addend {
        std::string term;
        double weight;  // of each count of its wdf
        bool with_next; // only in documents that have the next one, too
    };

  private:
    enum : Xapian::docid { WINDOW = 4096, WORD = 64 };

    struct posting {
        Xapian::PostingIterator at;
        Xapian::docid next; // where it stands; NONE at its end
        double weight;
    };

    struct list : posting {
        double most;
        std::vector<posting> company; // that a document has to be in as well
    };

    static constexpr Xapian::docid NONE = ~Xapian::docid{ 0 };

    const std::vector<addend> addends;
    const double most_wdf;
    deadline *const *const until;
    std::vector<list> lists;
    std::vector<double> sums;  // where `has` has a bit
    std::vector<uint64_t> has; // a bit for each document of the window with a term
    Xapian::docid start = 0;   // of the window
    Xapian::docid end = 0;     // after it
    Xapian::docid here = 0;
    Xapian::doccount documents = 0;

    static Xapian::docid place_of(const Xapian::PostingIterator &at)
    {
        return at == Xapian::PostingIterator() ? NONE : *at;
    }

    static void skip(posting &one, Xapian::docid to)
    {
        one.at.skip_to(to);
        one.next = place_of(one.at);
    }

    // Goes on until all of the company stand where the list does.
    static void settle(list &one)
    {
        for (bool is_met = one.company.empty(); !is_met && one.next != NONE;) {
            is_met = true;
            for (auto &other : one.company) {
                if (other.next < one.next)
                    skip(other, one.next);
                if (other.next == one.next)
                    continue;
                is_met = false;
                one.next = other.next;
                if (other.next != NONE)
                    skip(one, other.next);
                break;
            }
        }
    }

    static void advance(list &one, Xapian::docid to)
    {
        if (one.next >= to)
            return;
        skip(one, to);
        settle(one);
    }

    // What the list adds to the document where it stands.
    static double weight_of(const list &one)
    {
        double weight = one.weight * one.at.get_wdf();

        for (const auto &other : one.company)
            weight += other.weight * other.at.get_wdf();
        return weight;
    }

    // Whether a document of this weight is too light, whatever rounding did to it.
    static bool is_light(double weight, double least)
    {
        return weight * (1 + 1e-9) < least;
    }

    // How many lists, of the heaviest, a document has to be in one of; `rest` becomes
    // what the others weigh at most.
    size_t count_needed(double &rest, double least) const
    {
        size_t needed = lists.size();

        rest = 0;
        while (needed > 0 && is_light(rest + lists[needed - 1].most, least))
            rest += lists[--needed].most;
        return needed;
    }

    void add(list &from)
    {
        while (from.next < end) {
            const Xapian::docid place = from.next - start;
            const double weight = weight_of(from);
            const uint64_t bit = uint64_t{ 1 } << place % WORD;
            uint64_t &word = has[place / WORD];
            sums[place] = (word & bit) == 0 ? weight : sums[place] + weight;
            word |= bit;
            ++from.at;
            from.next = place_of(from.at);
            settle(from);
        }
    }

    // Adds a list to one document; `rest` is what it and those after it weigh at most.
    // False where the document is too light in any case.
    bool look_up(list &from, Xapian::docid place, double rest, double least)
    {
        if (is_light(sums[place] + rest, least))
            return false;
        advance(from, start + place);
        if (from.next == start + place)
            sums[place] += weight_of(from);
        return true;
    }

    // Adds a list where it can still matter.
    void look_up(list &from, double rest, double least)
    {
        for (size_t i = 0; i < has.size(); i++) {
            for (uint64_t left = has[i]; left != 0; left &= left - 1) {
                const auto bit = static_cast<unsigned>(__builtin_ctzll(left));
                const auto place = static_cast<Xapian::docid>(i * WORD + bit);
                if (!look_up(from, place, rest, least))
                    has[i] &= ~(uint64_t{ 1 } << bit);
            }
        }
    }

    // Reads the next window, which starts with the first document that may weigh
    // enough. False at the end of all.
    bool read_window(double least)
    {
        double rest = 0;
        const size_t needed = count_needed(rest, least);
        Xapian::docid first = NONE;

        for (size_t i = 0; i < needed; i++) {
            advance(lists[i], end);
            first = std::min(first, lists[i].next);
        }
        if (first == NONE)
            return false;
        start = first;
        end = NONE - start < WINDOW ? NONE : start + WINDOW;
        std::fill(has.begin(), has.end(), 0);
        for (size_t i = 0; i < lists.size(); i++) {
            if (*until != nullptr)
                (*until)->check();
            if (i < needed) {
                add(lists[i]);
                continue;
            }
            look_up(lists[i], rest, least);
            rest -= lists[i].most;
        }
        return true;
    }

    // Opens the postings of a term and of those that it stands with; returns the place
    // of the last of them.
    size_t open(list &out, const Xapian::Database &database, size_t place) const
    {
        for (bool is_first = true;; is_first = false, place++) {
            const auto &term = addends[place];
            posting opened = { database.postlist_begin(term.term), 0, term.weight };
            opened.next = place_of(opened.at);
            out.most += term.weight * most_wdf;
            if (is_first)
                static_cast<posting &>(out) = std::move(opened);
            else
                out.company.push_back(std::move(opened));
            if (!term.with_next || place + 1 == addends.size())
                return place;
        }
    }

    // The first document of the window that weighs enough, from `place` on; `end` for
    // none.
    Xapian::docid first_from(Xapian::docid place, double least) const
    {
        while (place < end) {
            const Xapian::docid bit = (place - start) % WORD;
            const Xapian::docid base = place - start - bit;
            for (uint64_t left = has[base / WORD] >> bit << bit; left != 0;
                    left &= left - 1) {
                const auto at =
                        base + static_cast<Xapian::docid>(__builtin_ctzll(left));
                if (sums[at] >= least)
                    return start + at;
            }
            place = start + base + WORD;
        }
        return end;
    }

    // Goes to the first document from `place` on that weighs enough.
    void find(Xapian::docid place, double least)
    {
        while ((here = first_from(place, least)) >= end) {
            if (!read_window(least)) {
                here = NONE;
                return;
            }
            place = start;
        }
    }

  public:
    impact_sum(std::vector<addend> terms, double most, deadline *const *when)
        : addends(std::move(terms)), most_wdf(most), until(when)
    {
    }

    const std::vector<addend> &terms() const
    {
        return addends;
    }

    impact_sum *clone() const override
    {
        return new impact_sum(addends, most_wdf, until);
    }

    void init(const Xapian::Database &database) override
    {
        double most = 0;

        lists.clear();
        for (size_t i = 0; i < addends.size(); i++) {
            list opened = {};
            i = open(opened, database, i);
            settle(opened);
            if (opened.next != NONE)
                lists.push_back(std::move(opened));
        }
        for (const auto &one : lists)
            most += one.most;
        std::stable_sort(lists.begin(), lists.end(),
                [](const list &a, const list &b) { return a.most > b.most; });
        sums.assign(WINDOW, 0);
        has.assign(WINDOW / WORD, 0);
        start = end = here = 0;
        documents = database.get_doccount();
        set_maxweight(most);
    }

    Xapian::doccount get_termfreq_min() const override
    {
        return 0;
    }

    Xapian::doccount get_termfreq_est() const override
    {
        return documents;
    }

    Xapian::doccount get_termfreq_max() const override
    {
        return documents;
    }

    double get_weight() const override
    {
        return sums[here - start];
    }

    Xapian::docid get_docid() const override
    {
        return here;
    }

    bool at_end() const override
    {
        return here == NONE;
    }

    void next(double least) override
    {
        find(here + 1, least);
    }

    void skip_to(Xapian::docid place, double least) override
    {
        if (place <= here)
            return;
        if (place >= end)
            start = end = place; // an empty window, after which the next one begins
        find(place, least);
    }
};

} // namespace xc
