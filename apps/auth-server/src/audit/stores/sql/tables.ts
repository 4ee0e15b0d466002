/** The tables as the newest migration leaves them. */
interface EventTable {
  id: string;
  at: number;
  event: string;
  user_id: string | null;
  login_name: string | null;
  login_key: string | null;
  login_mode: number | null;
  session_id: string | null;
  ip: string | null;
  request_id: string | null;
  reason: string | null;
  by_user_id: string | null;
  details: string | null;
}

export interface Tables {
  events: EventTable;
}
