/**
 * The scripts that run inside Redis, so that a question is one round trip and nothing comes between judging and writing.
 * Each touches one key, so none of them minds in which slots of a cluster the keys are. How records look: docs/decisions/0018.
 */
import type { LifetimeRules } from '../../lifetime.js';

/** Of the records that this release writes. One with a greater number is refused, for we do not know what ends it. */
export const recordVersion = 1;
/** By so much a key outlives what it holds: its time to live only collects garbage, and clocks differ. */
export const graceMs = 600_000;

export interface Script {
  readonly lua: string;
  readonly numberOfKeys: 1;
}

/** `endingOf` of sessions/lifetime.ts in Lua. Moments are kept as the texts that came: Lua would print 14 digits. */
function prelude({ httpIdleMs, engineIdleMs, sweepEveryMs }: LifetimeRules): string {
  return `
local key, at = KEYS[1], tonumber(ARGV[1])
local function checkVersion(version)
  if version and tonumber(version) > ${recordVersion} then error('the record is of a newer release') end
end
local function over(http, ends, engine)
  if at >= ends then return 'absolute' end
  local noticed = at
  if ${sweepEveryMs} > 0 then noticed = at - math.fmod(at, ${sweepEveryMs}) end
  if noticed - engine >= ${engineIdleMs} then return 'engineIdle' end
  if noticed - http >= ${httpIdleMs} then return 'httpIdle' end
  return false
end
local function members()
  local found = {}
  for _, field in ipairs(redis.call('HKEYS', key)) do
    if string.sub(field, 1, 2) == 't:' then found[#found + 1] = string.sub(field, 3) end
  end
  return found
end
local function forget(member)
  redis.call('HDEL', key, 't:' .. member, 'z:' .. member)
  if #members() == 0 then redis.call('DEL', key) end
end
local function living(member)
  local found = redis.call('HMGET', key, 'v', 'root', 't', 't:' .. member, 'z:' .. member, 'e', 'p', 'n')
  checkVersion(found[1])
  if found[2] or not found[4] then return nil, found[2] end
  local ending = over(tonumber(found[4]), tonumber(found[5]), tonumber(found[3]))
  if ending == 'engineIdle' then redis.call('DEL', key) elseif ending then forget(member) end
  if ending then return nil end
  return found
end
local function keep()
  redis.call('PEXPIRE', key, ${engineIdleMs + sweepEveryMs + graceMs})
end
local function touch(found, member)
  local isNewMinute = math.floor(at / 60000) > math.floor(tonumber(found[3]) / 60000)
  if at > tonumber(found[4]) then found[4] = ARGV[1] end
  if at > tonumber(found[3]) then found[3] = ARGV[1] end
  redis.call('HSET', key, 't', found[3], 't:' .. member, found[4])
  if isNewMinute then keep() end -- a minute does not matter to the grace
end
`;
}

/** Where a key only points to the record that it is part of, a script answers `[root]`: ask again there. */
export function sessionScripts(rules: LifetimeRules) {
  const script = (body: string): Script => ({ lua: prelude(rules) + body, numberOfKeys: 1 });
  return {
    /** at, member, engine, end, entry. A key that is taken is a grave: the session was ended before it was there. */
    sessionOpen: script(`
if redis.call('EXISTS', key) == 1 then return 0 end
redis.call('HSET', key, 'v', ${recordVersion}, 'e', ARGV[3], 'n', ARGV[5], 't', ARGV[1], 't:' .. ARGV[2], ARGV[1], 'z:' .. ARGV[2], ARGV[4])
keep()
return 1`),
    /** at, member, '1' to move the timers → engine, projects, last use, end, last use of the engine session */
    sessionFind: script(`
local found, root = living(ARGV[2])
if root then return {root} end
if not found then return nil end
if ARGV[3] == '1' then touch(found, ARGV[2]) end
return {found[6], found[7] or '', found[4], found[5], found[3]}`),
    /** at, parent, child, end of the child, id of one use or '', until → outcome, entry */
    sessionShare: script(`
local found, root = living(ARGV[2])
if root then return {root} end
if not found then return {'parentGone', ''} end
if ARGV[5] ~= '' and redis.call('HSETNX', key, 'u:' .. ARGV[5], ARGV[6]) == 0 then return {'usedBefore', ''} end
touch(found, ARGV[2])
redis.call('HSET', key, 't:' .. ARGV[3], ARGV[1], 'z:' .. ARGV[3], ARGV[4])
return {'shared', found[8]}`),
    /** at, member, project, '1' to add it → open, closed or gone; entry */
    sessionProject: script(`
local found, root = living(ARGV[2])
if root then return {root} end
if not found then return {'gone', ''} end
local projects = found[7] or ''
if string.find(' ' .. projects .. ' ', ' ' .. ARGV[3] .. ' ', 1, true) then return {'open', ''} end
if ARGV[4] ~= '1' then return {'closed', found[8]} end
redis.call('HSET', key, 'p', projects == '' and ARGV[3] or projects .. ' ' .. ARGV[3])
return {'open', ''}`),
    /**
     * Nothing, member to spare or '', milliseconds of a grave where nothing is yet or '0' → how many ended, entry if that
     * was all, projects, members that ended
     */
    sessionEnd: script(`
local found = redis.call('HMGET', key, 'v', 'root', 'n', 'p')
checkVersion(found[1])
if found[2] then return {found[2]} end
if not found[3] then
  if ARGV[3] ~= '0' then redis.call('HSET', key, 'grave', 1) redis.call('PEXPIRE', key, ARGV[3]) end
  return {0, '', ''}
end
local ended, spares = {}, redis.call('HEXISTS', key, 't:' .. ARGV[2]) == 1
for _, member in ipairs(members()) do
  if member ~= ARGV[2] then ended[#ended + 1] = member end
end
local answer = {#ended, spares and '' or found[3], found[4] or ''}
for _, member in ipairs(ended) do
  if spares then redis.call('HDEL', key, 't:' .. member, 'z:' .. member) end
  answer[#answer + 1] = member
end
if not spares then redis.call('DEL', key) end
return answer`),
    /** at: forgets all that is over here → forgotten [, engine, projects, last use, last end] */
    sessionInspect: script(`
local found = redis.call('HMGET', key, 'v', 'e', 'p', 't')
checkVersion(found[1])
if not found[2] then return {0} end
local forgotten, last = 0, nil
for _, member in ipairs(members()) do
  local times = redis.call('HMGET', key, 't:' .. member, 'z:' .. member)
  if over(tonumber(times[1]), tonumber(times[2]), tonumber(found[4])) then
    redis.call('HDEL', key, 't:' .. member, 'z:' .. member)
    forgotten = forgotten + 1
  elseif not last or tonumber(times[2]) > tonumber(last) then
    last = times[2]
  end
end
if not last then redis.call('DEL', key) return {forgotten} end
for _, field in ipairs(redis.call('HKEYS', key)) do
  if string.sub(field, 1, 2) == 'u:' and at >= tonumber(redis.call('HGET', key, field)) then redis.call('HDEL', key, field) end
end
return {forgotten, found[2], found[3] or '', found[4], last}`),
    /** root, milliseconds: a key that leads to a record */
    sessionPoint: {
      numberOfKeys: 1,
      lua: `
redis.call('HSET', KEYS[1], 'v', ${recordVersion}, 'root', ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])`,
    } satisfies Script,
  };
}

/** Scripts on what is not a session: lists of those that count, and what may be had once. */
export const otherScripts = {
  /** at, entry, moment up to which it counts unseen, cap, milliseconds → true, or the entries whose moment is over */
  registerEnter: {
    numberOfKeys: 1,
    lua: `
local key, cap = KEYS[1], tonumber(ARGV[4])
if cap >= 0 and not redis.call('ZSCORE', key, ARGV[2]) and redis.call('ZCARD', key) >= cap then
  return redis.call('ZRANGEBYSCORE', key, '-inf', ARGV[1], 'LIMIT', 0, 200)
end
redis.call('ZADD', key, ARGV[3], ARGV[2])
if redis.call('PTTL', key) < tonumber(ARGV[5]) then redis.call('PEXPIRE', key, ARGV[5]) end
return 1`,
  },
  /** at, entry: unless somebody has entered it again since */
  registerRemove: {
    numberOfKeys: 1,
    lua: `
local moment = redis.call('ZSCORE', KEYS[1], ARGV[2])
if moment and tonumber(moment) <= tonumber(ARGV[1]) then redis.call('ZREM', KEYS[1], ARGV[2]) end`,
  },
  /** text, until, '1' to leave what is there → whether it is kept. `until` is of the nodes' clock, hence the grace. */
  keepUntil: {
    numberOfKeys: 1,
    lua: `
local time = redis.call('TIME')
local left = math.max(tonumber(ARGV[2]) - (time[1] * 1000 + time[2] / 1000), 0)
local set = {'SET', KEYS[1], ARGV[1], 'PX', string.format('%.0f', left + ${graceMs})}
if ARGV[3] == '1' then set[#set + 1] = 'NX' end
return redis.call(unpack(set)) and 1 or 0`,
  },
} satisfies Record<string, Script>;
