-- wrk -s requests.lua URL -- MODE DATA
-- The requests of one scenario, the same for every server. DATA is a folder with ids.txt (conversations), terms.txt
-- (searches), and token.txt (a bearer token).
local CATEGORIES = {"Philosophy", "Technology", "Science", "Politics", "Culture", "Economics", "Environment", "Health",
                    "Education", "Entertainment"}
local CONVERSATIONS = "/api/v1/conversations"
local folder, mode
local ids, terms, drafts, known = {}, {}, {}, nil
local reading, writing = {}, {["Content-Type"] = "application/json"}

local function lines(name)
  local all = {}
  local file = io.open(folder .. "/" .. name)
  if file then
    for line in file:lines() do all[#all + 1] = line end
    file:close()
  end
  return all
end

local function any(list) return list[math.random(#list)] end

-- About three kilobytes of the words that people search for here.
local function draft(number)
  local words = {}
  for i = 1, 270 do words[i] = any(terms) end
  local text = table.concat(words, " ")
  return string.format('{"title":"Bench %d %s","content":"%s","excerpt":"%s","category":"%s","read_time":4,"published":true}',
                       number, any(terms), text:sub(1, 3000), text:sub(1, 200), any(CATEGORIES))
end

function init(arguments)
  mode, folder = arguments[1], arguments[2]
  math.randomseed(tonumber(os.getenv("SEED") or "1"))
  ids, terms = lines("ids.txt"), lines("terms.txt")
  writing["Authorization"] = "Bearer " .. (lines("token.txt")[1] or "")
  if os.getenv("GZIP") then reading["Accept-Encoding"] = "gzip" end
  if os.getenv("SIGNED_IN") then reading["Authorization"] = writing["Authorization"] end
  if os.getenv("ETAG") then reading["If-None-Match"] = os.getenv("ETAG") end
  for i = 1, 64 do drafts[i] = draft(i) end
end

local function get(path) return wrk.format("GET", path, reading) end

local function list(pages)
  local place = math.random(#CATEGORIES + 1)
  local category = place > #CATEGORIES and "" or "&category=" .. CATEGORIES[place]
  return get(CONVERSATIONS .. "?limit=12&page=" .. math.random(pages) .. category)
end

local scenarios = {}
function scenarios.first() return get(CONVERSATIONS .. "?limit=12&page=1") end
function scenarios.list() return list(20) end
function scenarios.detail() return get(CONVERSATIONS .. "/" .. any(ids)) end
function scenarios.kilobytes10() return get(CONVERSATIONS .. "/00000000-0000-4000-8000-000000000010") end
function scenarios.kilobytes1000() return get(CONVERSATIONS .. "/00000000-0000-4000-8000-000000001000") end
function scenarios.search() return get(CONVERSATIONS .. "/search?limit=12&q=" .. any(terms):gsub(" ", "+")) end
function scenarios.newest() return get(CONVERSATIONS .. "/search?limit=12&sort=created_at&q=" .. any(terms):gsub(" ", "+")) end
function scenarios.create() return wrk.format("POST", CONVERSATIONS, writing, any(drafts)) end
function scenarios.signin()
  return wrk.format("POST", "/api/v1/auth/login", {["Content-Type"] = "application/json"},
                    '{"email":"user' .. math.random(2000) .. '@bench.test","password":"bench-password-1"}')
end
function scenarios.mixed()
  local dice = math.random(100)
  if dice <= 45 then return scenarios.detail() end
  if dice <= 85 then return list(5) end
  if dice <= 90 then return get(CONVERSATIONS .. "/featured") end
  return scenarios.create()
end

function request() return scenarios[mode]() end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    'RESULT {"requests":%d,"seconds":%.3f,"p50":%.3f,"p95":%.3f,"p99":%.3f,"max":%.3f,"bytes":%d,"errors":%d}',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    latency:percentile(99) / 1000, latency.max / 1000, summary.bytes,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
