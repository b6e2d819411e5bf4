-- What does the second version of Riverbridge's pack change, for every referral there is, whoever received it?
SELECT
  timescale_before,
  timescale_after,
  count(*) AS referrals,
  count(*) FILTER (WHERE due_after < due_before) AS sooner,
  count(*) FILTER (WHERE due_after > due_before) AS later,
  sum(CAST(CAST(due_before AS INT) - CAST(due_after AS INT) AS BIGINT)) AS days_sooner
FROM (
  SELECT
    before['timescale'] AS timescale_before,
    after['timescale'] AS timescale_after,
    before['due_by'] AS due_before,
    after['due_by'] AS due_after
  FROM (
    SELECT
      classify_concern('riverbridge', DATE '2026-12-31', concerns, concerns_identified_at, referral_received_at, immediate_action_at) AS before,
      classify_concern('riverbridge', DATE '2027-01-01', concerns, concerns_identified_at, referral_received_at, immediate_action_at) AS after
    FROM referrals
  )
)
GROUP BY timescale_before, timescale_after
ORDER BY timescale_before, timescale_after
