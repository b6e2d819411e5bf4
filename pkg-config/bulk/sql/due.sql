-- When is each referral due, on which timescale, and is that settled?
SELECT referral, due['due_by'] AS due_by, due['timescale'] AS timescale, due['settled'] AS settled
FROM (
  SELECT
    referral,
    classify_concern(authority, NULL, concerns, concerns_identified_at, referral_received_at, immediate_action_at) AS due
  FROM referrals
)
