export {
  mockAlloy,
  type MockAlloyOptions,
  type MockedAlloy,
  type MockedRoute,
  type RoutablePage,
} from './mock-alloy';
