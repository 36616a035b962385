export const routes = ['/api/plans'];
