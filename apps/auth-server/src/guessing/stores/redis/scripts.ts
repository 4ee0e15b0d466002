/**
 * The scripts that count inside Redis, so that nothing comes between judging and writing, whatever two nodes do at once.
 *
 * Counters lie in buckets, which are hashes with a bounded number of fields: so all of them together are bounded, without
 * a list of all that every node would have to write. A bucket and the names that are known beside it share a slot of a
 * Cluster. A counter is a text: until when it matters, failures, up to when failures have been forgotten, until when it is
 * blocked, and one lease for each attempt that is being judged, which begins with the moment at which it is void.
 * Moments are whole milliseconds.
 */

/** By so much a bucket outlives what it holds, for clocks differ. */
const graceMs = 600_000;
/** So long a network is known from which a name has logged in. */
const knownForMs = 90 * 86_400_000;

/** KEYS: bucket, known names. ARGV: at, field, free failures, forget every, longest wait, lease, capacity. */
const prelude = `
local bucket, known, field, at = KEYS[1], KEYS[2], ARGV[2], tonumber(ARGV[1])
local free, every, longest = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local lease, capacity = ARGV[6], tonumber(ARGV[7])
local failures, forgotten, blocked, leases = 0, at, 0, {}
local words = {}
for word in string.gmatch(redis.call('HGET', bucket, field) or '', '%S+') do words[#words + 1] = word end
if words[1] then
  failures, forgotten = tonumber(words[2]), math.min(tonumber(words[3]), at)
  blocked = math.min(tonumber(words[4]), at + longest)
  for i = 5, #words do
    if tonumber(words[i]) > at then leases[#leases + 1] = words[i] end
  end
  local count = math.floor((at - forgotten) / every)
  failures, forgotten = math.max(0, failures - count), forgotten + count * every
end
local function makeRoom(key)
  if redis.call('HEXISTS', key, field) == 1 or redis.call('HLEN', key) < capacity then return end
  local all, first, earliest = redis.call('HGETALL', key), nil, nil
  for i = 1, #all, 2 do
    local moment = tonumber(string.match(all[i + 1], '^%S+'))
    if not earliest or moment < earliest then first, earliest = all[i], moment end
    if moment <= at then redis.call('HDEL', key, all[i]) end
  end
  if redis.call('HLEN', key) >= capacity then redis.call('HDEL', key, first) end
end
local function put(key, moment, text)
  makeRoom(key)
  redis.call('HSET', key, field, string.format('%.0f', moment) .. text)
  local left = math.ceil(moment - at + ${graceMs})
  if redis.call('PTTL', key) < left then redis.call('PEXPIRE', key, string.format('%.0f', left)) end
end
local function write()
  local moment = blocked
  if failures > 0 then moment = math.max(moment, forgotten + failures * every) end
  for _, one in ipairs(leases) do moment = math.max(moment, math.ceil(tonumber(one))) end
  if moment <= at then redis.call('HDEL', bucket, field) return end
  local text = string.format(' %.0f %.0f %.0f', failures, forgotten, blocked)
  for _, one in ipairs(leases) do text = text .. ' ' .. one end
  put(bucket, moment, text)
end
`;

export const guessingScripts = {
  /** → 'now' and whether the name is known; 'wait' and how long; or 'later' */
  guessBegin: {
    numberOfKeys: 2,
    lua: `${prelude}
if blocked > at then return {'wait', string.format('%.0f', blocked - at)} end
if #leases >= math.max(1, free - failures) then return {'later', ''} end
leases[#leases + 1] = lease
write()
local knownUntil = redis.call('HGET', known, field)
return {'now', knownUntil and tonumber(knownUntil) > at and 'known' or ''}`,
  },
  /** Then: outcome, first wait. A success makes the name known in its network. */
  guessSettle: {
    numberOfKeys: 2,
    lua: `${prelude}
local outcome, first = ARGV[8], tonumber(ARGV[9])
for i, one in ipairs(leases) do
  if one == lease then table.remove(leases, i) break end
end
if outcome == 'failed' then
  if failures == 0 then forgotten = at end
  failures = failures + 1
  local excess = failures - free
  if excess >= 0 then blocked = at + math.min(first * 2 ^ excess, longest) end
elseif outcome == 'succeeded' then
  failures, blocked = 0, 0
  put(known, at + ${knownForMs}, '')
end
write()`,
  },
} as const;
