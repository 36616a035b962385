ROUTES = ["/api/plans"]
