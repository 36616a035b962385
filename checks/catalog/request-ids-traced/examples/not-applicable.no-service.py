request_id = "x-request-id"
