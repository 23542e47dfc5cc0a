-- wrk: asks the questions of a file ("id TAB question" a line), in an order of chance.
-- wrk … --script serving.lua ADDRESS -- QUESTIONS PATH, where the question follows PATH.

local function escape(text)
    return (text:gsub("[^%w]", function(byte) return string.format("%%%02X", byte:byte()) end))
end

local requests = {}
local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

function init(args)
    math.randomseed(number)
    for line in io.lines(args[1]) do
        local question = line:match("\t(.*)") or line
        requests[#requests + 1] = wrk.format("GET", args[2] .. escape(question))
    end
end

function request()
    return requests[math.random(#requests)]
end

-- One line: answers a second, median, 99 % and most in ms, failures.
function done(summary, latency)
    local errors = summary.errors
    local failures = errors.connect + errors.read + errors.write + errors.status + errors.timeout
    io.write(string.format("figures %.0f %.1f %.1f %.1f %d %d\n",
        summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000,
        latency:percentile(99) / 1000, latency.max / 1000, failures, summary.requests))
end
