-- How many meetings were late, by authority and by the quarter in which they were due?
SELECT
  authority,
  CAST(date_trunc('quarter', due_by) AS DATE) AS quarter,
  count(*) AS referrals,
  count(*) FILTER (WHERE held_on <= due_by) AS in_time,
  count(*) FILTER (WHERE held_on > due_by) AS late,
  count(*) FILTER (WHERE held_on IS NULL) AS not_recorded,
  sum(CASE WHEN held_on > due_by THEN CAST(CAST(held_on AS INT) - CAST(due_by AS INT) AS BIGINT) ELSE 0 END) AS days_late
FROM (
  SELECT authority, held_on, due['due_by'] AS due_by
  FROM (
    SELECT
      authority,
      held_on,
      classify_concern(authority, NULL, concerns, concerns_identified_at, referral_received_at, immediate_action_at) AS due
    FROM referrals
  )
)
GROUP BY authority, quarter
ORDER BY authority, quarter
